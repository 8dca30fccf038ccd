import { combinationOfDraft, type Draft } from "#lib/kling/draft.ts";
import { type Fix, fixFor } from "#lib/kling/fix.ts";
import { reasonFor } from "#lib/kling/reasons.ts";
import { refusals } from "#lib/kling/verdict.ts";
import type { Localized } from "#lib/shared/localized.ts";

export type EndFrameRefusal = { readonly reason: Localized; readonly fix: Fix | undefined };

/**
 * Why the present settings take no end frame beside a first one, and the nearest settings that do; null when they do.
 * Judged as if there were a first frame: an empty form need not hear about end frames without one.
 */
export function endFrameRefusal(draft: Draft): EndFrameRefusal | null {
  const withFirst = { ...combinationOfDraft({ ...draft, kind: "image2video" }), hasImage: true };
  const withBoth = { ...withFirst, hasEndFrame: true };
  const [code] = refusals(withBoth);
  return code === undefined
    ? null
    : { reason: reasonFor(code, withBoth), fix: fixFor(withFirst, { hasEndFrame: true }) };
}
