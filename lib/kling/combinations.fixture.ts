import type { Masks } from "./draft.ts";
import { ASPECT_RATIOS, DURATIONS, MODES, SOUNDS } from "./fields.ts";
import { GUIDES_OF_KIND } from "./guides.ts";
import { MODEL_IDS } from "./models.ts";
import type { ClipRequest } from "./requests/clip.ts";
import { CLIP_KINDS, type ClipKind } from "./task-kinds.ts";
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
                const place = { kind, model, mode, duration, sound, hasImage, hasEndFrame };
                for (const guidance of guidanceOf(kind)) yield { ...place, ...guidance };
              }
            }
          }
        }
      }
    }
  }
}

/** Ready-made movements are alike in the map: one stands for all. */
const CAMERAS = ["simple", "down_back"] as const;

function* guidanceOf(kind: ClipKind): Generator<Pick<Combination, "guide" | "camera">> {
  for (const guide of GUIDES_OF_KIND[kind])
    for (const camera of guide === "camera" ? CAMERAS : (["simple"] as const)) yield { guide, camera };
}

export const PICTURE = "asset_01JCQZZZZZZZZZZZZZZZZZZZZA";
export const END_PICTURE = "https://example.com/end.png";

/** What was painted, where only whether it was matters. */
export const MASKS: Masks = {
  static_mask: PICTURE,
  dynamic_masks: [
    {
      mask: PICTURE,
      trajectories: [
        { x: 0, y: 0 },
        { x: 9, y: 9 },
      ],
    },
  ],
};

/** Every request of the finite fields: each combination × aspect ratio × cfg_scale; the latter two only while frames guide. */
export function* everyRequest(): Generator<ClipRequest> {
  for (const combination of everyCombination()) {
    const { kind, model, mode, duration, sound, guide, camera, hasImage, hasEndFrame } = combination;
    const isPlain = guide === "frames";
    for (const aspect_ratio of isPlain ? [undefined, ...ASPECT_RATIOS] : [undefined]) {
      for (const cfg_scale of isPlain ? [undefined, 0, 0.5, 1] : [undefined]) {
        const fields = {
          model_name: model,
          prompt: "a paper boat",
          mode,
          duration,
          sound,
          ...(aspect_ratio && { aspect_ratio }),
          ...(cfg_scale !== undefined && { cfg_scale }),
          ...(guide === "camera" && {
            camera_control: camera === "simple" ? { type: camera, config: { zoom: -5 } } : { type: camera },
          }),
        };
        if (kind === "text2video") yield { kind, ...fields };
        else {
          const pictures = {
            ...(hasImage && { image: PICTURE }),
            ...(isPlain && hasEndFrame && { image_tail: END_PICTURE }),
            ...(guide === "brush" && MASKS),
          };
          yield { kind, ...fields, ...pictures };
        }
      }
    }
  }
}
