import { CAMERA_AXIS_FIELDS, CAMERA_TYPES, MAX_CAMERA_VALUE } from "#lib/kling/camera.ts";
import { type Draft, defaultDraft } from "#lib/kling/draft.ts";
import { ASPECT_RATIOS, DURATIONS, MODES, SOUNDS } from "#lib/kling/fields.ts";
import { GUIDES } from "#lib/kling/guides.ts";
import { MODEL_IDS } from "#lib/kling/models.ts";
import type { ImageSize } from "#lib/kling/output.ts";
import { CLIP_KINDS } from "#lib/kling/task-kinds.ts";
import { type CreateState, initialCreateState } from "./create-state.ts";

/** Raised when the stored shape changes so that old drafts would be read wrongly. */
export const STORED_STATE_VERSION = 1;

/** Where this person's draft in this team lives in the browser. */
export function storageKey({ teamId, userId }: { teamId: string; userId: string }): string {
  return `framewright:create:v${STORED_STATE_VERSION}:${teamId}:${userId}`;
}

/**
 * Reads a stored state field by field: what a build of another day did not write, or wrote differently, takes its
 * default, so that a prompt survives an upgrade. Null when it is no such state at all.
 */
export function parseStoredState(value: unknown): CreateState | null {
  if (!isRecord(value) || !isRecord(value.draft)) return null;
  const kind = oneOf(CLIP_KINDS, value.draft.kind);
  if (kind === undefined) return null;
  const empty = initialCreateState(kind);
  const sizes = isRecord(value.sizes) ? value.sizes : {};
  return {
    draft: readDraft(value.draft, defaultDraft(kind)),
    sizes: { image: readSize(sizes.image), image_tail: readSize(sizes.image_tail) },
    takes: readTakes(value.takes) ?? empty.takes,
    connectionId: readText(value.connectionId) ?? null,
  };
}

function readDraft(stored: Stored, empty: Draft): Draft {
  return {
    kind: empty.kind,
    model_name: oneOf(MODEL_IDS, stored.model_name) ?? empty.model_name,
    prompt: readText(stored.prompt) ?? "",
    negative_prompt: readText(stored.negative_prompt) ?? "",
    mode: oneOf(MODES, stored.mode) ?? empty.mode,
    duration: oneOf(DURATIONS, stored.duration) ?? empty.duration,
    aspect_ratio: oneOf(ASPECT_RATIOS, stored.aspect_ratio) ?? empty.aspect_ratio,
    sound: oneOf(SOUNDS, stored.sound) ?? empty.sound,
    cfg_scale: readNumber(stored.cfg_scale),
    image: readText(stored.image) ?? null,
    image_tail: readText(stored.image_tail) ?? null,
    watermark: stored.watermark === true,
    guide: oneOf(GUIDES, stored.guide) ?? empty.guide,
    camera_type: oneOf(CAMERA_TYPES, stored.camera_type) ?? empty.camera_type,
    camera_axis: oneOf(CAMERA_AXIS_FIELDS, stored.camera_axis) ?? empty.camera_axis,
    camera_value: readCameraValue(stored.camera_value),
  };
}

type Stored = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Stored {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function oneOf<Value>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((candidate) => candidate === value);
}

function readText(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function readNumber(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

function readCameraValue(value: unknown): number {
  const number = readNumber(value) ?? 0;
  return Math.abs(number) <= MAX_CAMERA_VALUE ? number : 0;
}

function readTakes(value: unknown): number | undefined {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 ? value : undefined;
}

function readSize(value: unknown): ImageSize | null {
  if (!isRecord(value)) return null;
  const widthPx = readNumber(value.widthPx);
  const heightPx = readNumber(value.heightPx);
  return widthPx === null || heightPx === null ? null : { widthPx, heightPx };
}
