import { WHOLE_FRAME } from "#lib/engine/parts/part.ts";
import { clip, sound } from "./products.ts";
import { type OrderOf, type Recipe, together } from "./recipe.ts";

/** The same video with a sound after the words, and that sound by itself. */
export function videoToAudioRecipe(order: OrderOf<"video-to-audio">): Recipe {
  const { request, plan, seed, facts, file, hasFile } = order;
  const at = hasFile("video_url") ? "video_url" : "video_id";
  const words = [request.sound_effect_prompt, request.bgm_prompt].filter((text) => text !== undefined);
  const sounds = [{ sound: "ambience", prompt: words.join(", "), seed }] as const;
  const durationSeconds = plan.audios[0]?.durationSeconds ?? plan.videos[0]?.durationSeconds ?? 0;
  const duration = String(facts.get(at)?.durationSeconds ?? "");
  const { video_id } = request;
  return {
    ...together(
      clip({ plan: plan.videos[0], parts: [{ draw: "video", video: file(at), at: WHOLE_FRAME }], sounds }),
      sound({ durationSeconds, sounds, labels: ["audio_mp3", "audio_wav"] }),
    ),
    result: video_id === undefined ? null : { type: "parent_video", video_id, duration },
  };
}
