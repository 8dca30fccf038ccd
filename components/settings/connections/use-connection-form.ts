"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { useFormFields } from "#components/ui/use-form-fields.ts";
import { useWords } from "#components/ui/use-words.ts";
import { ApiProblem } from "#lib/client/api.ts";
import { MAX_PARALLEL } from "#lib/contract/connection-limits.ts";
import type { Connection } from "#lib/contract/connections.ts";
import { UPSTREAMS, type UpstreamId } from "#lib/kling/upstreams.ts";
import {
  type ConnectionChoices,
  type ConnectionTexts,
  choicesOf,
  choicesOfPreset,
  textsOf,
  textsOfPreset,
} from "./connection-form.ts";

const FIRST_PRESET = "official_global";
/** What a key may consist of, as `credentialSchema` says. */
const HEADER_TEXT = /^[\x21-\x7e]{1,1024}$/;
const URL_REASONS = ["missing", "incomplete", "not_callable", "plain_http", "query", "version"] as const;

/** State and rules of the form for a new connection, or for one that exists. */
export function useConnectionForm(connection: Connection | undefined) {
  const t = useTranslations("connections.form");
  const words = useWords();
  const [choices, setChoices] = useState<ConnectionChoices>(() =>
    connection ? choicesOf(connection) : choicesOfPreset(FIRST_PRESET),
  );
  const nameOf = (preset: UpstreamId) => words(UPSTREAMS[preset].name);
  const form = useFormFields<ConnectionTexts>({
    initial: connection ? textsOf(connection) : textsOfPreset(FIRST_PRESET, nameOf(FIRST_PRESET)),
    check: (texts) => wrongTexts(texts, { choices, isNew: connection === undefined, t }),
  });
  return {
    form,
    choices,
    choose: (chosen: Partial<ConnectionChoices>) => setChoices((before) => ({ ...before, ...chosen })),
    /** Starts over from what another preset is known for; a name that was typed stays. */
    choosePreset(preset: UpstreamId) {
      const before = form.values.name.trim();
      const isOwn = before !== "" && before !== nameOf(choices.preset);
      const texts = textsOfPreset(preset, isOwn ? before : nameOf(preset));
      setChoices(choicesOfPreset(preset));
      for (const [name, value] of Object.entries(texts)) form.set(name as keyof ConnectionTexts, value); // its own keys
    },
    /** Puts what the server had to say to its field. @returns whether it belongs to one */
    refuse(problem: unknown): boolean {
      const field = problem instanceof ApiProblem ? problem.details.path : undefined;
      const reason = problem instanceof ApiProblem ? problem.details.reason : undefined;
      if (field === "baseUrl") {
        form.refuse({
          baseUrl: t(`baseUrlProblems.${URL_REASONS.find((it) => it === reason) ?? "not_callable"}`),
        });
        return true;
      }
      if (field !== "credential") return false;
      const text =
        reason === "address_changed"
          ? t("addressChanged")
          : reason === "missing"
            ? t("keyNeeded")
            : t("keyWrong");
      form.refuse(choices.credentialKind === "api_key" ? { key: text } : { accessKey: text });
      return true;
    },
  };
}

export type ConnectionForm = ReturnType<typeof useConnectionForm>;

type Rules = {
  readonly choices: ConnectionChoices;
  readonly isNew: boolean;
  readonly t: ReturnType<typeof useTranslations<"connections.form">>;
};

function wrongTexts(texts: ConnectionTexts, { choices, isNew, t }: Rules) {
  const hasUpstream = choices.preset !== "sandbox";
  const isPair = choices.credentialKind === "access_key_pair";
  const keyProblem = (text: string, other = "") => {
    if (!hasUpstream) return undefined;
    if (text.trim() === "") return isNew || other.trim() !== "" ? t("keyNeeded") : undefined;
    return HEADER_TEXT.test(text.trim()) ? undefined : t("keyUnusable");
  };
  const places = (text: string) =>
    /^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= MAX_PARALLEL
      ? undefined
      : t("parallelWrong", { max: MAX_PARALLEL });
  return {
    name: texts.name.trim() === "" ? t("nameNeeded") : undefined,
    baseUrl: hasUpstream && texts.baseUrl.trim() === "" ? t("baseUrlNeeded") : undefined,
    key: isPair ? undefined : keyProblem(texts.key),
    accessKey: isPair ? keyProblem(texts.accessKey, texts.secretKey) : undefined,
    secretKey: isPair ? keyProblem(texts.secretKey, texts.accessKey) : undefined,
    video: places(texts.video),
    image: places(texts.image),
    tryOn: places(texts.tryOn),
    callbackSecret: /^(\S{8,})?$/.test(texts.callbackSecret.trim()) ? undefined : t("callbackWrong"),
  };
}
