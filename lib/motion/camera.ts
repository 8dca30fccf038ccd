import { CAMERA_AXIS_FIELDS, type CameraAxis, type CameraType, MAX_CAMERA_VALUE } from "#lib/kling/camera.ts";
import type { ClipRequest } from "#lib/kling/requests/clip.ts";
import type { AxisSemantics } from "#lib/kling/upstreams.ts";

/** `camera_control` of a checked request: one axis in [-10, 10], or a ready-made move (api-reference §3.1a). */
export type CameraControl = NonNullable<ClipRequest["camera_control"]>;

/**
 * Where the camera went from where it stood, looking straight at the picture. What it does, the picture seems to do the
 * other way round: a camera that looks to the right sees the picture go left.
 */
export type CameraPose = {
  /** Slid to the right and upwards, in widths and heights of the frame. */
  readonly rightShare: number;
  readonly upShare: number;
  /** Turned to the right and upwards about its own place. */
  readonly yawDegrees: number;
  readonly pitchDegrees: number;
  /** Turned clockwise about its line of sight. */
  readonly rollDegrees: number;
  /** Natural logarithm of how many times longer the lens became: longer sees less, and larger. */
  readonly focalLog: number;
  /** Gone towards the picture, as a share of the distance to it; negative for away from it. */
  readonly forwardShare: number;
};

export const AT_REST: CameraPose = {
  rightShare: 0,
  upShare: 0,
  yawDegrees: 0,
  pitchDegrees: 0,
  rollDegrees: 0,
  focalLog: 0,
  forwardShare: 0,
};

type AxisMeaning = {
  /** What the camera does, as one would say it. */
  readonly verb: "move" | "look" | "turn" | "zoom";
  /** Where to, for values below and above 0 (api-reference §3.1a). */
  readonly minus: Heading;
  readonly plus: Heading;
  /** The pose that +10 ends in. How far that is, no page tells: ours, chosen so that the move is clearly seen. */
  readonly atTen: Partial<CameraPose>;
  /** Its name upstream, by the reading that a connection has of the documents. */
  readonly nameIn: Readonly<Record<AxisSemantics, CameraAxis>>;
};

type Heading = "left" | "right" | "up" | "down" | "clockwise" | "counterclockwise" | "closer" | "wider";

/** The one table of what the axes mean: labels, animatic, sandbox and wire read it. Ours are the names of `map`. */
export const CAMERA_AXES: Readonly<Record<CameraAxis, AxisMeaning>> = {
  horizontal: {
    verb: "move",
    minus: "left",
    plus: "right",
    atTen: { rightShare: 0.24 },
    nameIn: { map: "horizontal", old: "horizontal" },
  },
  vertical: {
    verb: "move",
    minus: "down",
    plus: "up",
    atTen: { upShare: 0.24 },
    nameIn: { map: "vertical", old: "vertical" },
  },
  pan: {
    verb: "look",
    minus: "left",
    plus: "right",
    atTen: { yawDegrees: 15 },
    nameIn: { map: "pan", old: "tilt" },
  },
  tilt: {
    verb: "look",
    minus: "down",
    plus: "up",
    atTen: { pitchDegrees: 12 },
    nameIn: { map: "tilt", old: "pan" },
  },
  roll: {
    verb: "turn",
    minus: "counterclockwise",
    plus: "clockwise",
    atTen: { rollDegrees: 20 },
    nameIn: { map: "roll", old: "roll" },
  },
  zoom: {
    verb: "zoom",
    minus: "closer",
    plus: "wider",
    atTen: { focalLog: -0.4 },
    nameIn: { map: "zoom", old: "zoom" },
  },
};

/** Where the ready-made moves end. */
export const CAMERA_PRESETS: Readonly<Record<Exclude<CameraType, "simple">, Partial<CameraPose>>> = {
  down_back: { upShare: -0.12, forwardShare: -0.4 },
  forward_up: { upShare: 0.12, forwardShare: 0.28 },
  right_turn_forward: { yawDegrees: 11, forwardShare: 0.25 },
  left_turn_forward: { yawDegrees: -11, forwardShare: 0.25 },
};

/** Where a move ends: an axis goes as far as its value, a ready-made move always as far. */
export function endOf({ type, config = {} }: CameraControl): CameraPose {
  if (type !== "simple") return { ...AT_REST, ...CAMERA_PRESETS[type] };
  const ends = CAMERA_AXIS_FIELDS.map((axis) =>
    partWay({ ...AT_REST, ...CAMERA_AXES[axis].atTen }, (config[axis] ?? 0) / MAX_CAMERA_VALUE),
  );
  return ends.reduce(together);
}

/** The pose at a moment of a move, 0 at its start and 1 at its end. */
export function poseAt(control: CameraControl, fraction: number): CameraPose {
  return partWay(endOf(control), fraction);
}

/** The pose after a share of the way from rest to an end, at a steady pace. */
export function partWay(end: CameraPose, share: number): CameraPose {
  return eachPart((part) => end[part] * share);
}

/** Two moves at once. */
export function together(first: CameraPose, second: CameraPose): CameraPose {
  return eachPart((part) => first[part] + second[part]);
}

/** A pose put together part by part. */
export function eachPart(at: (part: keyof CameraPose) => number): CameraPose {
  return {
    rightShare: at("rightShare"),
    upShare: at("upShare"),
    yawDegrees: at("yawDegrees"),
    pitchDegrees: at("pitchDegrees"),
    rollDegrees: at("rollDegrees"),
    focalLog: at("focalLog"),
    forwardShare: at("forwardShare"),
  };
}

/** The same move in the words of a connection's documents, some of which swap two axes (api-reference §3.1a). */
export function controlIn(semantics: AxisSemantics, control: CameraControl): CameraControl {
  if (control.config === undefined) return control;
  const config: NonNullable<CameraControl["config"]> = {};
  for (const axis of CAMERA_AXIS_FIELDS) {
    const value = control.config[axis];
    if (value !== undefined) config[CAMERA_AXES[axis].nameIn[semantics]] = value;
  }
  return { ...control, config };
}
