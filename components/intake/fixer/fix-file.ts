import { convertFile } from "#lib/client/media/media-thread.ts";
import type { TrimRange } from "#lib/client/media/trim-range.ts";
import type { FixPlan } from "#lib/kling/media-fixes/plan-fixes.ts";
import type { OpenedFile } from "../opened-file.ts";
import type { Crop } from "../picture/crop-geometry.ts";
import { rewritePicture } from "../picture/rewrite-picture.ts";

export type Fixing = {
  readonly plan: FixPlan;
  readonly crop: Crop | null;
  readonly range: TrimRange | null;
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
};

const ENDINGS: Readonly<Record<string, string>> = {
  "image/jpeg": "jpg",
  "video/mp4": "mp4",
  "audio/mp4": "m4a",
  "audio/wav": "wav",
};

/** The file as the plan says. @throws when this device cannot write it, and the signal's reason when it is aborted */
export async function fixFile({ file, name, facts }: OpenedFile, fixing: Fixing): Promise<File> {
  const { plan, crop, range, signal, onProgress } = fixing;
  const { mime, bytes } = plan.result;
  const written =
    plan.size !== null && mime === "image/jpeg" && crop !== null
      ? await rewritePicture(file, { crop, size: plan.size, maxBytes: bytes })
      : await convertFile(file, {
          wish: {
            plan,
            startSeconds: range?.start ?? 0,
            endSeconds: range?.end ?? facts.durationSeconds ?? 0,
            cropAt: { x: crop?.x ?? 0, y: crop?.y ?? 0 },
          },
          signal,
          onProgress,
        });
  return new File([written], `${name.replace(/\.[^.]+$/, "")}.${ENDINGS[mime] ?? "bin"}`, { type: mime });
}
