"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { overallShare } from "#lib/client/uploads/upload-list.ts";
import { useUploadsElsewhere } from "#lib/client/uploads/use-uploads.ts";
import { UploadProgress } from "./upload-progress.tsx";

/** The files of this tab that are on their way and whose place is not on this screen. Nothing is shown while there are none. */
export function UploadTray() {
  const t = useTranslations("uploads");
  const [isOpen, setOpen] = useState(false);
  const list = useUploadsElsewhere();
  if (list.length === 0) return null;
  const share = overallShare(list) ?? 0;
  return (
    <aside
      aria-label={t("title")}
      className="fixed right-3 bottom-[calc(env(safe-area-inset-bottom)+4.5rem)] z-30 w-80 max-w-[calc(100vw-1.5rem)] rounded-lg border border-line bg-raised p-3 shadow-raised md:bottom-3"
    >
      <div className="flex items-center gap-2">
        <div className="min-w-0 flex-1">
          <p className="mb-1.5 text-sm font-medium tabular-nums">
            {t("summary", { count: list.length, percent: Math.round(share * 100) })}
          </p>
          <Progress label={t("all")} value={share} />
        </div>
        <IconButton
          label={isOpen ? t("hide") : t("show")}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? <ChevronDown aria-hidden /> : <ChevronUp aria-hidden />}
        </IconButton>
      </div>
      {isOpen && (
        <ul className="mt-3 flex max-h-72 flex-col gap-3 overflow-y-auto">
          {list.map((upload) => (
            <li key={upload.id}>
              <p className="truncate text-sm">{upload.name}</p>
              <UploadProgress upload={upload} />
            </li>
          ))}
        </ul>
      )}
    </aside>
  );
}
