"use client";

import { useTranslations } from "use-intl/react";
import type { OutputPlan } from "#lib/kling/kinds/kind.ts";

/** What will come out, as far as it is known before: pixels, frames, seconds, sound. */
export function PlanLines({ plan }: { plan: OutputPlan }) {
  const t = useTranslations("create.controls");
  const [video] = plan.videos;
  const [image] = plan.images;
  const [audio] = plan.audios;
  const seconds = (value: number) => Math.round(value * 10) / 10;
  const rows: (readonly [string, string])[] = [];
  const sized = video ?? image;
  if (sized) rows.push([t("size"), t("pixels", { width: sized.widthPx, height: sized.heightPx })]);
  if (image && plan.images.length > 1) rows.push([t("pictures"), String(plan.images.length)]);
  if (video) {
    rows.push([t("frameRate"), t("fpsAssumed", { fps: video.fps })]);
    const length = t(video.hasSound ? "lengthWithSound" : "lengthSilent", {
      seconds: seconds(video.durationSeconds),
    });
    rows.push([t("length"), length]);
  }
  if (audio) rows.push([t("length"), t("lengthAbout", { seconds: seconds(audio.durationSeconds) })]);
  if (rows.length === 0) return null;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 rounded-lg bg-sunken px-3 py-2.5 text-sm">
      {rows.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd className="text-right tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
