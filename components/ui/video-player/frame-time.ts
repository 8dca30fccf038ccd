type Step = {
  readonly timeSeconds: number;
  readonly durationSeconds: number;
  readonly fps: number;
  readonly frames: number;
};

/** The middle of the frame so many frames on: players round times at a frame's edge either way. */
export function timeAfterFrames({ timeSeconds, durationSeconds, fps, frames }: Step): number {
  const last = Math.max(0, Math.round(durationSeconds * fps) - 1);
  const frame = Math.min(Math.max(frameAt(timeSeconds, fps) + frames, 0), last);
  return (frame + 0.5) / fps;
}

/** Number of the frame on screen, from 0. */
export function frameAt(timeSeconds: number, fps: number): number {
  return Math.floor(timeSeconds * fps + 0.001); // 0.1 s × 30 fps is 2.9999… in binary
}

/** `3.5` → `0:03.5` */
export function clockOf(seconds: number): string {
  const tenths = Math.floor(seconds * 10 + 0.001);
  const whole = Math.floor(tenths / 10);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}.${tenths % 10}`;
}
