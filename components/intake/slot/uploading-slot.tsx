"use client";

import { FileX2 } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { uploads } from "#lib/client/uploads/browser-uploads.ts";
import type { UploadEntry } from "#lib/client/uploads/upload-list.ts";
import type { MediaLimits } from "#lib/kling/media-limits.ts";
import { UploadProgress } from "../uploads/upload-progress.tsx";
import { useRefusalWords } from "../uploads/use-refusal-words.ts";
import { TryOther } from "./slot-trouble.tsx";
import type { FileSlotState } from "./use-file-slot.ts";

type Props = { upload: UploadEntry; limits: MediaLimits; slot: FileSlotState };

/** A file on its way to the server, or one that the server has refused. */
export function UploadingSlot({ upload, limits, slot }: Props) {
  const { state } = upload;
  if (state.phase === "refused") return <Refused {...{ upload, limits, slot }} problem={state.problem} />;
  return (
    <div className="flex flex-col gap-2 px-4 py-4 text-sm">
      <p className="truncate font-medium">{upload.name}</p>
      <UploadProgress upload={upload} />
    </div>
  );
}

function Refused({ upload, limits, slot, problem }: Props & { problem: unknown }) {
  const t = useTranslations("intake");
  const { text, isWorthRetry } = useRefusalWords()(problem);
  return (
    <div className="flex flex-col items-center gap-3 px-3 py-4 text-center text-sm">
      <div role="alert">
        <p className="flex items-center justify-center gap-2 font-medium break-all">
          <FileX2 aria-hidden className="size-4 shrink-0 text-danger-text" />
          {t("trouble.server.title", { name: upload.name })}
        </p>
        <p className="mt-1 text-muted">{text}</p>
      </div>
      {isWorthRetry && (
        <Button size="sm" variant="primary" onClick={() => uploads.resume(upload.id)}>
          {t("slot.retry")}
        </Button>
      )}
      <TryOther limits={limits} slot={slot} />
    </div>
  );
}
