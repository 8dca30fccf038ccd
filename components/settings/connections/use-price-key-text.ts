"use client";

import { useTranslations } from "use-intl/react";
import { useWords } from "#components/ui/use-words.ts";
import { MODE_NAMES, MODES } from "#lib/kling/fields.ts";
import { IMAGE_MODEL_NAMES } from "#lib/kling/image-models.ts";
import { TASK_KIND_NAMES } from "#lib/kling/kind-names.ts";
import { MODELS } from "#lib/kling/models.ts";
import { CLIP_GROUP } from "#lib/kling/price-book.ts";
import { isTaskKind } from "#lib/kling/task-kinds.ts";
import type { Localized } from "#lib/shared/localized.ts";

const MODEL_NAMES: Readonly<Record<string, Localized>> = {
  ...IMAGE_MODEL_NAMES,
  ...Object.fromEntries(Object.values(MODELS).map(({ id, name }) => [id, name])),
};

/** What a key of a price book stands for, e.g. "Clip · Kling 3.0 · Professional · with sound". */
export function usePriceKeyText(): (key: string) => string {
  const t = useTranslations("connections.prices");
  const words = useWords();
  const textOf = (part: string): string => {
    if (part === CLIP_GROUP) return t("clip");
    if (isTaskKind(part)) return words(TASK_KIND_NAMES[part]);
    if (part === "on") return t("sound");
    if (part === "off") return t("silent");
    if (part === "single") return t("single");
    if (part === "video") return t("withVideo");
    const mode = MODES.find((it) => it === part);
    if (mode !== undefined) return words(MODE_NAMES[mode]);
    const model = MODEL_NAMES[part];
    return model === undefined ? part : words(model);
  };
  return (key) => key.split("/").map(textOf).join(" · ");
}
