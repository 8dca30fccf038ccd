import type { Draft } from "#lib/kling/draft.ts";

/** The draft without its texts, pictures and how far the camera goes: typing must not draw the panel anew. */
export type Settings = Pick<
  Draft,
  | "kind"
  | "model_name"
  | "mode"
  | "duration"
  | "aspect_ratio"
  | "sound"
  | "cfg_scale"
  | "guide"
  | "camera_type"
>;
