"use client";

import { useTranslations } from "use-intl/react";
import { DEFAULT_MODE, MODE_NAMES } from "#lib/kling/fields.ts";
import { MODELS } from "#lib/kling/models.ts";
import type { ClipRequest } from "#lib/kling/requests/clip.ts";
import { useWords } from "../use-words.ts";

export type RequestFacts = {
  readonly model: string;
  /** Null for a model with a single quality. */
  readonly mode: string | null;
  readonly duration: string;
};

/** Model, mode and length of a clip in Kling's own words. */
export function useRequestFacts(request: ClipRequest): RequestFacts {
  const t = useTranslations("task");
  const words = useWords();
  const { name, hasMode } = MODELS[request.model_name];
  const model = words(name);
  const mode = hasMode ? words(MODE_NAMES[request.mode ?? DEFAULT_MODE]) : null;
  return { model, mode, duration: t("seconds", { count: Number(request.duration) }) };
}
