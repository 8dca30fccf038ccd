import { ASPECT_RATIOS, DURATIONS, MODES, SOUNDS } from "./fields.ts";
import { MODEL_IDS } from "./models.ts";
import type { ClipRequest } from "./requests/clip.ts";
import { CLIP_KINDS } from "./task-kinds.ts";
import type { Combination } from "./verdict.ts";

/** Every point of the finite space the map judges, whether or not it makes sense. */
export function* everyCombination(): Generator<Combination> {
  for (const kind of CLIP_KINDS) {
    const pictures = kind === "image2video" ? [true, false] : [false];
    for (const model of MODEL_IDS) {
      for (const mode of MODES) {
        for (const duration of DURATIONS) {
          for (const sound of SOUNDS) {
            for (const hasImage of pictures) {
              for (const hasEndFrame of pictures) {
                yield { kind, model, mode, duration, sound, hasImage, hasEndFrame };
              }
            }
          }
        }
      }
    }
  }
}

export const PICTURE = "asset_01JCQZZZZZZZZZZZZZZZZZZZZA";
export const END_PICTURE = "https://example.com/end.png";

/** Every request of the finite fields: each combination × aspect ratio × cfg_scale × whether the mode is written out. */
export function* everyRequest(): Generator<ClipRequest> {
  for (const { kind, model, mode, duration, sound, hasImage, hasEndFrame } of everyCombination()) {
    for (const aspect_ratio of [undefined, ...ASPECT_RATIOS]) {
      for (const cfg_scale of [undefined, 0, 0.5, 1]) {
        const fields = {
          model_name: model,
          prompt: "a paper boat",
          mode,
          duration,
          sound,
          ...(aspect_ratio && { aspect_ratio }),
          ...(cfg_scale !== undefined && { cfg_scale }),
        };
        if (kind === "text2video") yield { kind, ...fields };
        else {
          const pictures = {
            ...(hasImage && { image: PICTURE }),
            ...(hasEndFrame && { image_tail: END_PICTURE }),
          };
          yield { kind, ...fields, ...pictures };
        }
      }
    }
  }
}
