"use client";

import { Download } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { buttonStyle } from "#components/ui/button-style.ts";
import { classNames } from "#components/ui/class-names.ts";
import { assetUrl } from "#lib/client/assets.ts";
import type { TaskOutput } from "#lib/contract/tasks.ts";

/** Pictures that came out; each opens at full size. One alone is shown large. */
export function OutputPictures({ pictures }: { pictures: readonly TaskOutput[] }) {
  const t = useTranslations("task");
  const isAlone = pictures.length === 1;
  return (
    <ul className={classNames("grid gap-3", !isAlone && "grid-cols-2 lg:grid-cols-3")}>
      {pictures.map(({ assetId, label, position, widthPx, heightPx }) => {
        const name = t(`outputs.${label}`);
        const alike = pictures.filter((picture) => picture.label === label);
        const place = alike.findIndex((picture) => picture.position === position) + 1;
        const numbered = alike.length === 1 ? name : `${name} (${place})`;
        return (
          <li key={position} className="min-w-0">
            <a
              href={assetUrl(assetId, "content")}
              target="_blank"
              rel="noreferrer"
              className="flex items-center justify-center overflow-hidden rounded-lg border border-line bg-stage shadow-card"
            >
              {/* biome-ignore lint/performance/noImgElement: stills are made to size; the optimizer is off on purpose */}
              <img
                src={assetUrl(assetId, isAlone ? "content" : "poster")}
                alt={numbered}
                width={widthPx}
                height={heightPx}
                className={classNames(
                  "w-full object-contain",
                  isAlone ? "h-auto max-h-[72dvh]" : "aspect-square",
                )}
              />
            </a>
            <div className="mt-1 flex items-center justify-between gap-2 text-xs text-muted">
              <p className="min-w-0 truncate">
                {numbered}{" "}
                <span className="tabular-nums">
                  · {widthPx} × {heightPx}
                </span>
              </p>
              <a
                href={assetUrl(assetId, "download")}
                download
                aria-label={t("outputs.download", { name: numbered })}
                data-tooltip={t("actions.download")}
                className={buttonStyle({ variant: "ghost", size: "sm" })}
              >
                <Download aria-hidden />
              </a>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
