import { AT_REST, type CameraPose } from "#lib/motion/camera.ts";

/** How an effect moves a picture. What a model would do with it nobody can draw; that something of this kind happens, one can. */
export type EffectFamily = "dance" | "flight" | "turn" | "shake" | "squeeze" | "party" | "withdraw" | "show";

/** So near that what swings stays within the picture. */
const NEAR = 0.16;
const BEAT_SECONDS = 0.5;

/** The pose after some seconds of an effect. It starts from the whole picture. */
export function effectPose(family: EffectFamily, durationSeconds: number): (seconds: number) => CameraPose {
  return (seconds) => {
    const fraction = seconds / durationSeconds;
    const begun = Math.min(1, seconds); // it swings up to its strength within the first second
    const wave = (perSecond: number) => begun * Math.sin(2 * Math.PI * perSecond * seconds);
    const near = { ...AT_REST, forwardShare: NEAR * begun };
    switch (family) {
      case "dance":
        return {
          ...near,
          rightShare: 0.035 * wave(0.5 / BEAT_SECONDS),
          upShare: -0.03 * Math.abs(wave(0.5 / BEAT_SECONDS)),
          rollDegrees: 3 * wave(0.25 / BEAT_SECONDS),
        };
      case "flight":
        return {
          ...near,
          upShare: 0.12 * fraction,
          rollDegrees: 5 * wave(0.3),
          forwardShare: 0.3 * fraction,
        };
      case "turn":
        return { ...near, yawDegrees: 16 * wave(1 / durationSeconds) };
      case "shake": {
        const strength = Math.exp(-1.2 * ((seconds + 0.6) % 2));
        return {
          ...near,
          rightShare: 0.03 * strength * wave(7.3),
          upShare: 0.03 * strength * wave(6.1),
          rollDegrees: 2 * strength * wave(4.7),
        };
      }
      case "squeeze":
        return { ...near, focalLog: 0.12 * wave(1), rollDegrees: 2 * wave(0.5) };
      case "party":
        return { ...near, forwardShare: NEAR * fraction };
      case "withdraw":
        return { ...AT_REST, forwardShare: -0.5 * fraction };
      case "show":
        return { ...near, forwardShare: NEAR * fraction, rightShare: 0.05 * fraction };
    }
  };
}
