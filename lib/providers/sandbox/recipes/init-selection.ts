import { WHOLE_FRAME } from "#lib/engine/parts/part.ts";
import { frameCountOf } from "#lib/engine/render-piece.ts";
import { videoLike } from "#lib/kling/kinds/size/video-like.ts";
import { clip } from "./products.ts";
import type { OrderOf, Recipe } from "./recipe.ts";

/** A session over the video as its editor counts it: whole frames, evenly spaced, without sound. */
export function initSelectionRecipe({ facts, file, hasFile, number }: OrderOf<"init-selection">): Recipe {
  const videoRole = hasFile("video_url") ? "video_url" : "video_id";
  const filmed = videoLike(facts, [videoRole], { hasSound: false });
  const video = { ...filmed, fps: Math.round(filmed.fps) };
  const { widthPx, heightPx, fps, durationSeconds } = video;
  const totalFrames = frameCountOf({ fps, durationSeconds });
  const normalized = clip({
    plan: video,
    parts: [{ draw: "video", video: file(videoRole), at: WHOLE_FRAME }],
    label: "normalized_video",
  });
  return {
    ...normalized,
    result: {
      type: "selection",
      session_id: number,
      fps,
      original_duration: Math.round(durationSeconds * 1000),
      width: widthPx,
      height: heightPx,
      total_frame: totalFrames,
    },
    opens: { kind: "selection", videoRole, widthPx, heightPx, totalFrames, points: {} },
  };
}
