"use client";

import { Pause, Play, X } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { ApiProblem } from "#lib/client/api-problem.ts";
import { uploads } from "#lib/client/uploads/browser-uploads.ts";
import type { UploadEntry } from "#lib/client/uploads/upload-list.ts";

/** How far one file is, and what can be done about it. */
export function UploadProgress({ upload }: { upload: UploadEntry }) {
  const t = useTranslations("uploads");
  const words = usePhaseWords();
  const { id, state } = upload;
  const isHeld = state.phase === "paused" || state.phase === "refused";
  const share = upload.bytes === 0 ? 0 : upload.sentBytes / upload.bytes;
  return (
    <div className="flex items-center gap-2">
      <div className="min-w-0 flex-1">
        <p role="status" className="mb-1.5 text-sm text-muted">
          {words(upload)}
        </p>
        <Progress
          label={t("uploadLabel", { name: upload.name })}
          value={state.phase === "checking" ? undefined : share}
        />
      </div>
      {state.phase !== "checking" && (
        <IconButton
          label={isHeld ? t("resume") : t("pause")}
          onClick={() => (isHeld ? uploads.resume(id) : uploads.pause(id))}
        >
          {isHeld ? <Play aria-hidden /> : <Pause aria-hidden />}
        </IconButton>
      )}
      <IconButton label={t("cancel")} onClick={() => uploads.cancel(id)}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}

function usePhaseWords(): (upload: UploadEntry) => string {
  const t = useTranslations("uploads");
  return ({ bytes, sentBytes, state }) => {
    const percent = bytes === 0 ? 0 : Math.round((sentBytes / bytes) * 100);
    switch (state.phase) {
      case "queued":
        return t("queued");
      case "sending":
        return t("uploading", { percent });
      case "checking":
      case "done":
        return t("checking");
      case "paused":
      case "refused":
        return t("paused", { percent });
      case "waiting":
        return state.problem instanceof ApiProblem && state.problem.code === "offline"
          ? t("offline")
          : t("unreachable");
    }
  };
}
