import { AT_REST, type CameraPose, eachPart } from "#lib/motion/camera.ts";
import type { CameraWay } from "#lib/motion/camera-way.ts";
import type { GlobalMotion } from "#lib/motion/measure/global-motion.ts";
import type { GreyFrame } from "#lib/motion/measure/grey-frame.ts";
import { measureInnerMotion } from "#lib/motion/measure/measure-inner-motion.ts";
import { measureMotion } from "#lib/motion/measure/measure-motion.ts";
import { poseOfMotion } from "#lib/motion/measure/way-of-motion.ts";
import { greyFrames } from "../measure/grey-frames.ts";
import { openVideo } from "./open-video.ts";

/** As often as it takes to follow any usual camera; a film of motion control has at most thirty seconds (off-26 §3.5). */
const LOOKS_PER_SECOND = 4;
const MOST_LOOKS = 120;
const END = { count: 7, lastSeconds: 1 } as const;

/**
 * The way on which a camera makes a picture move as a film's middle does.
 * @throws ChildRefusal when it cannot be decoded
 */
export async function wayOfFilm(video: string): Promise<CameraWay> {
  const { durationSeconds } = await openVideo(video);
  const count = Math.min(MOST_LOOKS, Math.max(2, Math.ceil(LOOKS_PER_SECOND * durationSeconds) + 1));
  const frames = await greyFrames(video, { count });
  return posesOf(measureInnerMotion(frames), frames);
}

/** How far a film's camera goes in a second where the film ends; at rest for one that stands still there. */
export async function paceAtEnd(video: string): Promise<CameraPose> {
  const frames = await greyFrames(video, END);
  const pose = posesOf(measureMotion(frames), frames).at(-1) ?? AT_REST;
  const [first, last] = [frames[0]?.atSeconds ?? 0, frames.at(-1)?.atSeconds ?? 0];
  return last > first ? eachPart((part) => pose[part] / (last - first)) : AT_REST;
}

function posesOf(motions: readonly GlobalMotion[], [frame]: readonly GreyFrame[]): CameraWay {
  return frame === undefined ? [AT_REST] : motions.map((motion) => poseOfMotion(motion, frame));
}
