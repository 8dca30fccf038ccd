/** Every number here is a limit of upstream, with the page that states it (tags of api-reference §0). */

/** Code points in `prompt` and `negative_prompt` of video tasks (upd, 2024-09-19; off-26 §3.1, §3.2). */
export const MAX_PROMPT_CHARACTERS = 2500;

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
