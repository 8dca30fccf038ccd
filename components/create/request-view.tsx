"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { OptionChips } from "#components/ui/option-chips.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { type Draft, guideOf, toRequest } from "#lib/kling/draft.ts";
import type { ClipRequest } from "#lib/kling/requests/clip.ts";
import type { Size } from "#lib/motion/point.ts";
import { paintedRequest } from "./brush/painted-request.ts";
import { requestText, withShortMasks } from "./request-text.ts";
import type { DraftOwner } from "./use-create-draft.ts";

const FORMS = ["curl", "json"] as const;

type Props = { draft: Draft; owner: DraftOwner; size: Size | null };

/** The request that Generate would send, as text to read, copy and send from elsewhere. */
export function RequestView({ draft, owner, size }: Props) {
  const isPainted = guideOf(draft) === "brush";
  const painted = useQuery({
    queryKey: ["painted-request", owner, draft, size],
    queryFn: () => paintedRequest({ draft, owner, size }),
    enabled: isPainted,
    gcTime: 0, // the drawing is not part of the key
  });
  if (!isPainted) return <RequestText request={toRequest(draft)} note={null} />;
  if (painted.isPending) return <Skeleton className="h-64" />;
  const made = painted.data?.ok ? painted.data.request : null;
  return <RequestText request={made ?? toRequest(draft)} note={made ? "masksShortened" : "masksMissing"} />;
}

type TextProps = { request: ClipRequest; note: "masksShortened" | "masksMissing" | null };

function RequestText({ request, note }: TextProps) {
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
