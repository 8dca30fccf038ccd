"use client";

import { useMemo } from "react";
import { combinationOfDraft, type Draft } from "#lib/kling/draft.ts";
import { availableOptions, type Options } from "#lib/kling/options.ts";

/** What each control may be set to now; worked out anew only when a setting changes, not with every letter. */
export function useOptions(draft: Draft): Options {
  const { kind, model, mode, duration, sound, hasImage, hasEndFrame, guide, camera } =
    combinationOfDraft(draft);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the options depend on the draft's combination only
  return useMemo(
    () => availableOptions(draft),
    [kind, model, mode, duration, sound, hasImage, hasEndFrame, guide, camera],
  );
}
