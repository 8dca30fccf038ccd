import { FREE } from "../labels.ts";

const EVERY_BYTE = 0x01010101;

/** The same bytes four at a time. The buffer of `owners` must begin where it begins, as with `emptyLabels`. */
export function wordsOf(owners: Uint8Array): Uint32Array {
  return new Uint32Array(owners.buffer, owners.byteOffset, owners.length >> 2);
}

type Stretch = {
  readonly owners: Uint8Array;
  /** `wordsOf(owners)`, made once for many runs. */
  readonly words: Uint32Array;
  readonly from: number;
  readonly end: number;
};

/** Where the pixels of one owner end that begin at `from`, at most at `end`. Pictures are mostly long runs. */
export function runEnd({ owners, words, from, end }: Stretch): number {
  const owner = owners[from] ?? FREE;
  let index = from;
  while (index < end && (index & 3) !== 0 && owners[index] === owner) index += 1;
  if ((index & 3) === 0) {
    const pattern = owner * EVERY_BYTE;
    while (index + 4 <= end && words[index >> 2] === pattern) index += 4;
  }
  while (index < end && owners[index] === owner) index += 1;
  return index;
}
