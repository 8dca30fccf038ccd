/** Every number here is a limit of upstream, with the page that states it (tags of api-reference §0). */

/** Code points in `prompt` and `negative_prompt` of video tasks (upd, 2024-09-19; off-26 §3.1, §3.2). */
export const MAX_PROMPT_CHARACTERS = 2500;

/** Code points in the prompt of one shot (off-26 §3.1). */
export const MAX_STORYBOARD_CHARACTERS = 512;

/** Shots of one clip (off-26 §3.1). */
export const MAX_SHOTS = 6;

/** Pictures of one task, `n` (off-26 §4.1). */
export const MAX_IMAGES = 9;

/** The longest list of elements of any kind (omni-image counts elements and pictures together, off-26b §4.2). */
export const MAX_ELEMENTS = 10;

/** Brushes of a motion brush, and points of one trajectory in a 5 s clip (off-26 §3.2). */
export const MAX_DYNAMIC_MASKS = 6;
export const TRAJECTORY_POINTS = { min: 2, max: 77 } as const;

/** `cfg_scale` (off-26 §3.1). */
export const CFG_SCALE_RANGE = { min: 0, max: 1 } as const;

/** Results are purged this long after creation (off-26 §1.6; upd, 2024-10-25). */
export const RESULT_RETENTION_DAYS = 30;

/** Limits of every picture of the legacy video API (off-26 §1.8). The ratio is not stated for `image_tail`; we ask it of both. */
export const IMAGE_LIMITS = {
  maxBytes: 10 * 1024 * 1024,
  minSidePx: 300,
  /** Longer side over shorter side. */
  maxRatio: 2.5,
  mimeTypes: ["image/jpeg", "image/png"],
} as const;
