"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { OptionChips } from "#components/ui/option-chips.tsx";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { requestText, withShortMasks } from "./request-text.ts";

const FORMS = ["curl", "json"] as const;

type Props = { request: TaskRequest; note: "masksShortened" | "masksMissing" | null };

/** A request as text to read, copy and send from elsewhere. */
export function RequestText({ request, note }: Props) {
  const t = useTranslations("create.request");
  const [form, setForm] = useState<(typeof FORMS)[number]>("curl");
  const { origin } = window.location;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-end justify-between gap-3">
        <OptionChips
          label={t("form")}
          hideLabel
          options={FORMS.map((value) => ({
            value,
            label: t(`forms.${value}`),
            state: value === form ? "selected" : "available",
          }))}
          onSelect={setForm}
        />
        <CopyButton text={requestText(request, origin)[form]} size="md" />
      </div>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-[50dvh] overflow-auto rounded-md bg-sunken p-4 font-mono text-xs leading-5 whitespace-pre-wrap break-words"
      >
        {requestText(withShortMasks(request), origin)[form]}
      </pre>
      {note && <p className="text-xs text-muted">{t(note)}</p>}
      <p className="text-xs text-muted">{t("keyHint")}</p>
    </div>
  );
}
