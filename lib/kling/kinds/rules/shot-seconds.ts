/** No shot is shorter than a second (off-26 §3.1). */
export const MIN_SHOT_SECONDS = 1;

/**
 * The same shots, together exactly as long as the clip: what is too much is taken from the shots in this order, what is too
 * little goes to the first of them. Null when they are too many for it. Left out, the last shot gives and gets first.
 */
export function fittedSeconds(
  seconds: readonly number[],
  total: number,
  order: readonly number[] = seconds.map((_, at) => seconds.length - 1 - at),
): readonly number[] | null {
  if (seconds.length === 0 || total < seconds.length * MIN_SHOT_SECONDS) return null;
  const fitted = [...seconds];
  let missing = total - seconds.reduce((sum, length) => sum + length, 0);
  for (const at of order) {
    const before = fitted[at] ?? 0;
    const after = Math.max(MIN_SHOT_SECONDS, before + missing);
    fitted[at] = after;
    missing -= after - before;
  }
  return missing === 0 ? fitted : null;
}

/** One shot made longer or shorter: the ones after it give and take, then those before, so that the whole stays as it is. */
export function withSeconds(seconds: readonly number[], at: number, wanted: number): readonly number[] {
  const total = seconds.reduce((sum, length) => sum + length, 0);
  const longest = total - (seconds.length - 1) * MIN_SHOT_SECONDS;
  const length = Math.min(longest, Math.max(MIN_SHOT_SECONDS, wanted));
  const places = seconds.map((_, place) => place);
  const order = [...places.slice(at + 1), ...places.slice(0, at).reverse()];
  return fittedSeconds(seconds.with(at, length), total, order) ?? seconds;
}
