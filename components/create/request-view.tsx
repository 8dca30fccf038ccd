"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { OptionChips } from "#components/ui/option-chips.tsx";
import type { ClipRequest } from "#lib/kling/requests/clip.ts";
import { requestText } from "./request-text.ts";

const FORMS = ["curl", "json"] as const;

/** The request that Generate would send, as text to read, copy and send from elsewhere. */
export function RequestView({ request }: { request: ClipRequest }) {
  const t = useTranslations("create.request");
  const [form, setForm] = useState<(typeof FORMS)[number]>("curl");
  const text = requestText(request, window.location.origin)[form];
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
        <CopyButton text={text} size="md" />
      </div>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-[50dvh] overflow-auto rounded-md bg-sunken p-4 font-mono text-xs leading-5 whitespace-pre-wrap break-words"
      >
        {text}
      </pre>
      <p className="text-xs text-muted">{t("keyHint")}</p>
    </div>
  );
}
