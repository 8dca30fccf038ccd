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
