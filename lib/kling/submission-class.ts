import type { Dialect } from "./endpoints.ts";
import type { TaskKind } from "./task-kinds.ts";

/**
 * What is known about sending the same order twice.
 * `A`: our id goes along, a duplicate is refused, and the task can be asked for by it. `A?`: the id goes along, but nobody has
 * yet seen this upstream refuse a duplicate. `B`: no id, the task can only be found by looking. `C`: answered and charged at once.
 */
export type SubmissionClass = "A" | "A?" | "B" | "C";

/**
 * Kling's own endpoints. `A`: `external_task_id` is among the fields that their pages list (api-reference §3, §4). The pages of
 * 2025 for pictures, try-on and the older lip-sync have none (§4.1, §4.2, §3.7), nor is one stated for sounds to a video (§3.12).
 */
const NATIVE: Readonly<Record<TaskKind, "A" | "B" | "C">> = {
  text2video: "A",
  image2video: "A",
  "multi-image2video": "A",
  "omni-video": "A",
  "motion-control": "A",
  "video-extend": "A",
  "lip-sync": "B",
  "identify-face": "C",
  "advanced-lip-sync": "A",
  avatar: "A",
  effects: "A",
  "init-selection": "C",
  "multi-elements": "A",
  tts: "C",
  "text-to-audio": "A",
  "video-to-audio": "B",
  "image-generation": "B",
  "omni-image": "A",
  "multi-image2image": "B",
  expand: "B",
  "virtual-try-on": "B",
  "image-recognize": "C",
  "ai-multi-shot": "A",
  "custom-elements": "C",
  "advanced-custom-elements": "A",
  "custom-voices": "A",
};

/** A kind without an entry cannot be carried by the dialect. */
const BY_DIALECT: Readonly<Record<Dialect, Readonly<Partial<Record<TaskKind, "A" | "B" | "C">>>>> = {
  native: NATIVE,
  /** "Unique per user" is all that its page says of `external_task_id` (S003): never more than `A?` by itself. */
  unified: {
    text2video: "A",
    image2video: "A",
    "multi-image2video": "A",
    "omni-video": "A",
    "motion-control": "A",
    "custom-elements": "C",
  },
  /** There is no id of ours in this dialect (S002). */
  generations: { text2video: "B", image2video: "B" },
};

type Place = {
  readonly dialect: Dialect;
  readonly kind: TaskKind;
  /** Whether this upstream is documented, or was seen, to refuse a duplicate `external_task_id`. */
  readonly refusesDuplicates: boolean;
};

/** @returns null where the dialect has no words for the kind */
export function submissionClassOf({ dialect, kind, refusesDuplicates }: Place): SubmissionClass | null {
  const best = BY_DIALECT[dialect][kind] ?? null;
  return best === "A" && !refusesDuplicates ? "A?" : best;
}
