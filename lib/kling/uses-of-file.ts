import type { Localized } from "#lib/shared/localized.ts";
import type { FileFacts } from "./kinds/kind.ts";
import { fileProblems } from "./kinds/rules/file-rules.ts";
import { MEDIA_LIMITS, type MediaLimit } from "./media-limits.ts";
import type { TaskKind } from "./task-kinds.ts";

/** A kind of task that a file can begin with, by the limit of the field in which it stands there. */
const FIRST_FILES: readonly (readonly [TaskKind, MediaLimit])[] = [
  ["image2video", "image"],
  ["multi-image2video", "image"],
  ["omni-video", "image"],
  ["motion-control", "motionImage"],
  ["effects", "image"],
  ["avatar", "image"],
  ["image-generation", "image"],
  ["omni-image", "image"],
  ["multi-image2image", "image"],
  ["expand", "image"],
  ["virtual-try-on", "looseImage"],
  ["omni-video", "referenceVideo"],
  ["motion-control", "motionVideo"],
  ["lip-sync", "lipSyncVideo"],
  ["multi-elements", "editVideo"],
  ["video-to-audio", "soundlessVideo"],
  ["lip-sync", "lipSyncSound"],
  ["avatar", "avatarSound"],
];

export type FileUse = {
  readonly kind: TaskKind;
  /** Why it does not fit as it is; null when it does. */
  readonly problem: Localized | null;
};

/**
 * The kinds of task that can begin with this file, judged by the same limits as an order: those that take files of its type, the
 * fitting ones first.
 */
export function usesOfFile(file: FileFacts): readonly FileUse[] {
  const type = file.mime.split("/")[0];
  const uses = FIRST_FILES.filter(([, limit]) => MEDIA_LIMITS[limit].type === type).map(([kind, limit]) => ({
    kind,
    problem: fileProblems(file, MEDIA_LIMITS[limit])[0]?.message ?? null,
  }));
  return uses.toSorted((a, b) => Number(a.problem !== null) - Number(b.problem !== null));
}
