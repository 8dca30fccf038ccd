import type { Draft } from "#lib/kling/draft.ts";
import type { CreateState } from "../create-state.ts";
import type { DraftField } from "./draft-desk.ts";

const FIELDS: Readonly<Record<keyof Draft, DraftField>> = {
  kind: "tool",
  prompt: "prompt",
  negative_prompt: "negative_prompt",
  image: "image",
  image_tail: "image_tail",
  guide: "guide",
  camera_type: "camera",
  camera_axis: "camera",
  camera_value: "camera",
  model_name: "model_name",
  mode: "mode",
  duration: "duration",
  aspect_ratio: "aspect_ratio",
  sound: "sound",
  cfg_scale: "cfg_scale",
  watermark: "watermark",
};

/** What differs between two versions of a clip's draft, what a person typed first. Empty when only the drawing does. */
export function differencesOf(mine: CreateState, theirs: CreateState): readonly DraftField[] {
  const names = Object.keys(FIELDS) as (keyof Draft)[]; // Object.keys forgets the literal keys
  const order = [...new Set<DraftField>(["prompt", "negative_prompt", ...Object.values(FIELDS)])];
  const found = new Set(
    names.filter((name) => mine.draft[name] !== theirs.draft[name]).map((name) => FIELDS[name]),
  );
  return [
    ...order.filter((field) => found.has(field)),
    ...(mine.takes === theirs.takes ? [] : (["takes"] as const)),
    ...(mine.connectionId === theirs.connectionId ? [] : (["connectionId"] as const)),
  ];
}
