"use client";

import { useTranslations } from "use-intl/react";
import type { OutputSpec } from "#lib/kling/output.ts";

/** What the file will be: pixels, frames a second, length, sound. */
export function OutputLine({ output }: { output: OutputSpec }) {
  const t = useTranslations("create.controls");
  const { widthPx, heightPx, fps, isFpsAssumed, durationSeconds, hasSound } = output;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 rounded-lg bg-sunken px-3 py-2.5 text-sm">
      <dt className="text-muted">{t("size")}</dt>
      <dd className="text-right tabular-nums">{t("pixels", { width: widthPx, height: heightPx })}</dd>
      <dt className="text-muted">{t("frameRate")}</dt>
      <dd className="text-right tabular-nums">
        {isFpsAssumed ? t("fpsAssumed", { fps }) : t("fps", { fps })}
      </dd>
      <dt className="text-muted">{t("length")}</dt>
      <dd className="text-right tabular-nums">
        {t(hasSound ? "lengthWithSound" : "lengthSilent", { seconds: durationSeconds })}
      </dd>
    </dl>
  );
}
