"use client";

import { useTranslations } from "use-intl/react";
import { Field } from "#components/ui/field.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { OptionChips } from "#components/ui/option-chips.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useWords } from "#components/ui/use-words.ts";
import { ApiProblem } from "#lib/client/api.ts";
import { CONNECTION_NAME_MAX_LENGTH } from "#lib/contract/connection-limits.ts";
import type { Connection, ConnectionTest } from "#lib/contract/connections.ts";
import { UPSTREAM_IDS, UPSTREAMS } from "#lib/kling/upstreams.ts";
import { CredentialFields } from "./credential-fields.tsx";
import { DetailFields } from "./detail-fields.tsx";
import { TestResult } from "./test-result.tsx";
import type { ConnectionForm } from "./use-connection-form.ts";
import { useConnectionProblem } from "./use-connection-problem.ts";

/** Every team has a sandbox already, so it comes last. */
const CHOICES = [...UPSTREAM_IDS.filter((id) => id !== "sandbox"), "sandbox"] as const;
const DIALECTS = ["native", "unified", "generations"] as const;

type Props = {
  connection: Connection | undefined;
  state: ConnectionForm;
  test: { readonly isPending: boolean; readonly data: ConnectionTest | undefined; readonly error: unknown };
  /** Of saving; null when all is well. */
  problem: unknown;
};

/** Everything that can be set on a connection: what one must know first, the rest below. */
export function ConnectionFields({ connection, state, test, problem }: Props) {
  const t = useTranslations("connections.form");
  const { form, choices, choose } = state;
  const special = useConnectionProblem()(problem);
  const hasUpstream = choices.preset !== "sandbox";
  return (
    <>
      {connection === undefined && <PresetChoice state={state} />}
      <Field label={t("name")} error={form.error("name")}>
        {(ties) => (
          <TextInput
            {...ties}
            {...form.control("name")}
            autoComplete="off"
            maxLength={CONNECTION_NAME_MAX_LENGTH}
          />
        )}
      </Field>
      {choices.preset === "custom" && (
        <Field label={t("dialect")}>
          {(ties) => (
            <Select
              {...ties}
              value={choices.dialect}
              onValueChange={(dialect) => choose({ dialect })}
              options={DIALECTS.map((value) => ({ value, label: t(`dialects.${value}`) }))}
            />
          )}
        </Field>
      )}
      {hasUpstream && (
        <>
          <Field label={t("baseUrl")} hint={t("baseUrlHint")} error={form.error("baseUrl")}>
            {(ties) => (
              <TextInput
                {...ties}
                {...form.control("baseUrl")}
                inputMode="url"
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                placeholder="https://"
              />
            )}
          </Field>
          <CredentialFields connection={connection} state={state} />
        </>
      )}
      <TestResult test={isFieldProblem(test.error) ? { ...test, error: null } : test} />
      <DetailFields connection={connection} state={state} />
      <FormProblem problem={isFieldProblem(problem) ? null : problem} override={special} />
    </>
  );
}

/** It stands at its field already. */
function isFieldProblem(problem: unknown): boolean {
  return problem instanceof ApiProblem && ["baseUrl", "credential"].includes(String(problem.details.path));
}

function PresetChoice({ state: { choices, choosePreset } }: { state: ConnectionForm }) {
  const t = useTranslations("connections.form");
  const words = useWords();
  return (
    <OptionChips
      label={t("preset")}
      options={CHOICES.map((value) => ({
        value,
        label: words(UPSTREAMS[value].name),
        state: value === choices.preset ? "selected" : "available",
      }))}
      onSelect={choosePreset}
    />
  );
}
