import type { CameraType } from "./camera.ts";
import { durationsFor, offersAnywhere, supports } from "./capabilities.ts";
import type { Duration, Mode, Sound } from "./fields.ts";
import type { Guide } from "./guides.ts";
import { grants } from "./kinds/grid/grid.ts";
import { CAMERA_CELLS } from "./kinds/map/camera-cells.ts";
import { MASK_CELLS } from "./kinds/map/mask-cells.ts";
import type { ModelId } from "./models.ts";
import type { ClipKind } from "./task-kinds.ts";

/** The finite part of a request: everything that decides whether the capability map allows it. */
export type Combination = {
  readonly kind: ClipKind;
  readonly model: ModelId;
  /** With upstream's default filled in; without meaning for a model that has a single quality. */
  readonly mode: Mode;
  readonly duration: Duration;
  readonly sound: Sound;
  readonly hasImage: boolean;
  /** Counts only while frames guide the clip; kept aside otherwise. */
  readonly hasEndFrame: boolean;
  readonly guide: Guide;
  /** Counts only while the camera guides the clip. */
  readonly camera: CameraType;
};

export const REFUSAL_CODES = [
  "model_unsupported",
  "mode_unsupported",
  "duration_unsupported",
  "sound_unsupported",
  "end_frame_unsupported",
  "end_frame_with_sound_unsupported",
  "end_frame_only_unsupported",
  "masks_unsupported",
  "camera_unsupported",
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

/**
 * Why the capability map refuses this combination; empty when it allows it. A model that cannot do the kind at all, or a
 * mode or duration that it lacks, ends the list: what stands on a missing cell says nothing more.
 */
export function refusals(combination: Combination): readonly RefusalCode[] {
  const blocked = generationRefusal(combination);
  if (blocked) return [blocked];
  return [soundRefusal(combination), guideRefusal(combination)].filter((code) => code !== undefined);
}

function generationRefusal({ kind, model, mode, duration }: Combination): RefusalCode | undefined {
  const place = { kind, model, mode, duration };
  if (supports("generation", place)) return undefined;
  if (!offersAnywhere("generation", kind, model)) return "model_unsupported";
  const hasMode = durationsFor(kind, model).some((other) =>
    supports("generation", { ...place, duration: other }),
  );
  return hasMode ? "duration_unsupported" : "mode_unsupported";
}

function soundRefusal({ sound, ...place }: Combination): RefusalCode | undefined {
  return sound === "on" && !supports("sound", place) ? "sound_unsupported" : undefined;
}

function guideRefusal(combination: Combination): RefusalCode | undefined {
  const { kind, guide, model, mode, duration, camera } = combination;
  const point = { model_name: model, mode, duration, camera };
  switch (guide) {
    case "frames":
      return endFrameRefusal(combination);
    case "brush":
      return kind === "image2video" && grants({ cells: MASK_CELLS }, "masks", point)
        ? undefined
        : "masks_unsupported";
    case "camera":
      return grants({ cells: CAMERA_CELLS[kind] }, "camera", point) ? undefined : "camera_unsupported";
  }
}

function endFrameRefusal({ sound, hasImage, hasEndFrame, ...place }: Combination): RefusalCode | undefined {
  if (!hasEndFrame) return undefined;
  if (!hasImage) return supports("end_frame_only", place) ? undefined : "end_frame_only_unsupported";
  if (!supports("end_frame", place)) return "end_frame_unsupported";
  if (sound === "on" && supports("sound", place) && !supports("end_frame_with_sound", place)) {
    return "end_frame_with_sound_unsupported";
  }
  return undefined;
}
