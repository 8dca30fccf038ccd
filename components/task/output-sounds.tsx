"use client";

import { Download } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { buttonStyle } from "#components/ui/button-style.ts";
import { Card } from "#components/ui/card.tsx";
import { assetUrl } from "#lib/client/assets.ts";
import type { TaskOutput } from "#lib/contract/tasks.ts";

/** Sounds that came out, in the browser's own player. */
export function OutputSounds({ sounds }: { sounds: readonly TaskOutput[] }) {
  const t = useTranslations("task");
  return (
    <ul className="flex flex-col gap-3">
      {sounds.map(({ assetId, label, position, durationSeconds }) => {
        const name = t(`outputs.${label}`);
        return (
          <li key={position}>
            <Card className="p-3">
              <div className="mb-2 flex items-center justify-between gap-2 text-sm">
                <p className="font-medium">
                  {name}{" "}
                  <span className="font-normal text-muted tabular-nums">
                    · {t("seconds", { count: Math.round(durationSeconds * 10) / 10 })}
                  </span>
                </p>
                <a
                  href={assetUrl(assetId, "download")}
                  download
                  aria-label={t("outputs.download", { name })}
                  data-tooltip={t("actions.download")}
                  className={buttonStyle({ variant: "ghost", size: "sm" })}
                >
                  <Download aria-hidden />
                </a>
              </div>
              {/* biome-ignore lint/a11y/useMediaCaption: nobody has written captions for what was just generated */}
              <audio
                src={assetUrl(assetId, "content")}
                controls
                preload="metadata"
                aria-label={name}
                className="w-full"
              />
            </Card>
          </li>
        );
      })}
    </ul>
  );
}
