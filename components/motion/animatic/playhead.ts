/** Where an animatic is, and whether it goes on. */
export type Playhead = {
  /** Runs on beyond the end while that is held. */
  readonly second: number;
  readonly isPlaying: boolean;
  readonly isLooping: boolean;
};

/** How long the end is held before all begins again: where a move ends is what people judge it by. */
const HOLD_SECONDS = 0.8;

type Elapsed = { readonly elapsedSeconds: number; readonly durationSeconds: number };

/** A moment later. */
export function advance(playhead: Playhead, { elapsedSeconds, durationSeconds }: Elapsed): Playhead {
  if (!playhead.isPlaying) return playhead;
  const second = playhead.second + elapsedSeconds;
  if (playhead.isLooping) return { ...playhead, second: second % (durationSeconds + HOLD_SECONDS) };
  return second < durationSeconds
    ? { ...playhead, second }
    : { ...playhead, second: durationSeconds, isPlaying: false };
}

/** Goes on from where it is; from the end there is only the beginning to go to. */
export function started(playhead: Playhead, durationSeconds: number): Playhead {
  return { ...playhead, isPlaying: true, second: playhead.second < durationSeconds ? playhead.second : 0 };
}

/** What is seen of a scene this long. */
export function shownSecond({ second }: Playhead, durationSeconds: number): number {
  return Math.min(second, durationSeconds);
}
