/** Every number here is a limit of upstream, with the page that states it (tags of api-reference §0). */

/** Code points in `prompt` and `negative_prompt` of video tasks (upd, 2024-09-19; off-26 §3.1, §3.2). */
export const MAX_PROMPT_CHARACTERS = 2500;

/** `cfg_scale` (off-26 §3.1). */
export const CFG_SCALE_RANGE = { min: 0, max: 1 } as const;

/** Results are purged this long after creation (off-26 §1.6; upd, 2024-10-25). */
export const RESULT_RETENTION_DAYS = 30;

/** Length as people count it: an emoji is one character, not two UTF-16 units. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** The first `count` characters, never cutting one in half. */
export function firstCharacters(text: string, count: number): string {
  let kept = "";
  let taken = 0;
  for (const character of text) {
    if (taken === count) break;
    kept += character;
    taken += 1;
  }
  return kept;
}
