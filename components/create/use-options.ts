"use client";

import { useMemo } from "react";
import { combinationOfDraft, type Draft } from "#lib/kling/draft.ts";
import { availableOptions, type Choice, type Options } from "#lib/kling/options.ts";

/** What each control may be set to now; worked out anew only when a setting changes, not with every letter. */
export function useOptions(draft: Draft): Options {
  const { kind, model, mode, duration, sound, hasImage, hasEndFrame } = combinationOfDraft(draft);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the options depend on the draft's combination only
  return useMemo(() => availableOptions(draft), [kind, model, mode, duration, sound, hasImage, hasEndFrame]);
}

/** Stands for any picture: the tables only ask whether there is one. */
const SOME_PICTURE = "";

/**
 * Whether the present settings take an end frame, once there is a first one; undefined when the tool has none. Asked
 * apart from the options of the draft, which would speak of end frames without a first while the form is empty.
 */
export function useEndFrameChoice(draft: Draft): Choice<boolean> | undefined {
  const { image_tail } = useOptions({ ...draft, image: draft.image ?? SOME_PICTURE });
  return image_tail.choices.find(({ value }) => value);
}
