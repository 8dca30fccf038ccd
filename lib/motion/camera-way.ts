import { AT_REST, type CameraPose, partWay, together } from "./camera.ts";

/** Poses at even times: the first at a shot's beginning, the last at its end. One alone is a camera that stands still. */
export type CameraWay = readonly CameraPose[];

/** The pose at a moment, 0 at the start of the way and 1 at its end; straight on from one pose to the next. */
export function poseOn(way: CameraWay, fraction: number): CameraPose {
  const at = Math.min(1, Math.max(0, fraction)) * (way.length - 1);
  const before = way[Math.floor(at)] ?? AT_REST;
  const after = way[Math.ceil(at)] ?? before;
  const share = at - Math.floor(at);
  return together(partWay(before, 1 - share), partWay(after, share));
}

type Steps = { readonly durationSeconds: number; readonly posesPerSecond: number };

/** A way that follows a function of its seconds, often enough that nobody sees its corners. */
export function wayOf(
  poseAfter: (seconds: number) => CameraPose,
  { durationSeconds, posesPerSecond }: Steps,
): CameraWay {
  const steps = Math.max(1, Math.ceil(durationSeconds * posesPerSecond));
  return Array.from({ length: steps + 1 }, (_, step) => poseAfter((durationSeconds * step) / steps));
}
