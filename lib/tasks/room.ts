/** What an upstream account was seen to allow, after it refused a task for want of a place. */
export type LearnedLimit = {
  readonly places: number;
  /** False once its back-off has passed: then one task at a time may try to go beyond. */
  readonly isClosed: boolean;
};

/** The places of one pack of one connection. */
export type Room = {
  readonly max: number;
  readonly taken: number;
  readonly learned: LearnedLimit | null;
};

/** Whether a task of so many places may be submitted now. One that is larger than the limit may run alone. */
export function hasRoom({ max, taken, learned }: Room, places: number): boolean {
  const isWithinOwn = taken + places <= max || (places > max && taken === 0);
  if (!isWithinOwn) return false;
  if (learned === null || taken + places <= learned.places) return true;
  return !learned.isClosed && taken <= learned.places;
}

/**
 * Those of a line that may go now, in its order. Nobody is overtaken: a large task at the head waits for its places while
 * smaller ones wait behind it, or it would wait forever.
 */
export function pickNext<Waiting extends { readonly places: number }>(
  line: readonly Waiting[],
  room: Room,
): readonly Waiting[] {
  let { taken } = room;
  const stop = line.findIndex(({ places }) => {
    if (!hasRoom({ ...room, taken }, places)) return true;
    taken += places;
    return false;
  });
  return stop === -1 ? line : line.slice(0, stop);
}
