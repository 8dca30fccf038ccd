/** The camera's movements as upstream spells them: one axis by itself, or one of four ready-made ones (off-26 §3.1a). */
export const CAMERA_TYPES = [
  "simple",
  "down_back",
  "forward_up",
  "right_turn_forward",
  "left_turn_forward",
] as const;
export type CameraType = (typeof CAMERA_TYPES)[number];

/** The axes of `simple`; exactly one of them is not 0. What each does is in `lib/motion/camera.ts`. */
export const CAMERA_AXIS_FIELDS = ["horizontal", "vertical", "pan", "tilt", "roll", "zoom"] as const;
export type CameraAxis = (typeof CAMERA_AXIS_FIELDS)[number];

/** How far an axis goes either way (off-26 §3.1a). */
export const MAX_CAMERA_VALUE = 10;
