"use client";

import { useTranslations } from "use-intl/react";
import { useRequestFacts } from "#components/ui/task/use-request-facts.ts";
import { useWords } from "#components/ui/use-words.ts";
import type { TaskDetail } from "#lib/contract/tasks.ts";
import { DEFAULT_ASPECT_RATIO } from "#lib/kling/fields.ts";
import { GUIDE_NAMES } from "#lib/kling/guides.ts";
import { outputSpec } from "#lib/kling/output.ts";
import type { ClipRequest } from "#lib/kling/requests/clip.ts";
import type { Image2VideoRequest } from "#lib/kling/requests/image2video.ts";
import { guideOfRequest } from "#lib/kling/rules.ts";
import type { Fact } from "./fact-list.tsx";

/** The fields that `useClipFacts` puts into words. */
export const CLIP_FACT_FIELDS = [
  "model_name",
  "mode",
  "duration",
  "aspect_ratio",
  "sound",
  "cfg_scale",
  "watermark_info",
  "static_mask",
  "dynamic_masks",
] as const;

/** A clip's parameters in words; before there is a clip, the measures it will have. */
export function useClipFacts(
  request: ClipRequest,
  { output, inputs }: Pick<TaskDetail, "output" | "inputs">,
): readonly Fact[] {
  const t = useTranslations("task.settings");
  const facts = useRequestFacts(request);
  const words = useWords();
  const painted = ({ static_mask, dynamic_masks = [] }: Image2VideoRequest) =>
    [
      dynamic_masks.length > 0 && t("paintedRegions", { regions: dynamic_masks.length }),
      static_mask !== undefined && t("paintedStill"),
    ]
      .filter(Boolean)
      .join(" · ");
  const spec = outputSpec(request, inputs[0]);
  const size = output ?? spec;
  const fps = output?.fps ?? spec.fps;
  const rows: readonly (Fact | false)[] = [
    { name: t("model"), value: facts.model },
    facts.mode !== null && { name: t("mode"), value: facts.mode },
    { name: t("duration"), value: facts.duration },
    {
      name: t("aspect"),
      value:
        request.kind === "text2video" ? (request.aspect_ratio ?? DEFAULT_ASPECT_RATIO) : t("likePicture"),
    },
    { name: t("size"), value: `${size.widthPx} × ${size.heightPx}` },
    { name: t("fps"), value: t("fpsValue", { fps: Math.round(fps * 100) / 100 }) },
    { name: t("sound"), value: t(request.sound === "on" ? "on" : "off") },
    request.cfg_scale !== undefined && { name: t("cfgScale"), value: request.cfg_scale },
    request.kind === "image2video" &&
      guideOfRequest(request) === "brush" && { name: words(GUIDE_NAMES.brush), value: painted(request) },
    request.watermark_info?.enabled === true && { name: t("watermark"), value: t("on") },
  ];
  return rows.filter((row) => row !== false);
}
