import { qualityOf } from "../../capabilities.ts";
import { MODES } from "../../fields.ts";
import { MODELS } from "../../models.ts";
import { CLIP_GROUP } from "../../price-book.ts";
import type { TaskKind } from "../../task-kinds.ts";
import type { Point } from "../grid/grid.ts";

/** What one price is for. */
export type PriceMeasure = "second" | "picture" | "task";

export type Pricing = {
  readonly group: string;
  readonly measure: PriceMeasure;
  /** Axes of the kind's grid that change the price, in the order of the key. */
  readonly axes: readonly string[];
};

const CLIP: Pricing = { group: CLIP_GROUP, measure: "second", axes: ["model_name", "mode", "sound"] };

/** Kinds whose price depends on more than the kind, or is not for the whole task (api-reference §9). */
const PRICINGS: Readonly<Partial<Record<TaskKind, Pricing>>> = {
  text2video: CLIP,
  image2video: CLIP,
  "multi-image2video": by("multi-image2video", "second", ["model_name", "mode"]),
  "omni-video": by("omni-video", "second", ["model_name", "mode", "sound", "video"]),
  "motion-control": by("motion-control", "second", ["model_name", "mode"]),
  avatar: by("avatar", "second", ["mode"]),
  "lip-sync": by("lip-sync", "second"),
  "advanced-lip-sync": by("advanced-lip-sync", "second"),
  "image-generation": by("image-generation", "picture", ["model_name"]),
  "omni-image": by("omni-image", "picture", ["model_name"]),
  "multi-image2image": by("multi-image2image", "picture", ["model_name"]),
  expand: by("expand", "picture"),
  "virtual-try-on": by("virtual-try-on", "task", ["model_name"]),
};

function by(group: string, measure: PriceMeasure, axes: readonly string[] = []): Pricing {
  return { group, measure, axes };
}

export function pricingOf(kind: TaskKind): Pricing {
  return PRICINGS[kind] ?? by(kind, "task");
}

/** The key under which a book may have a price for what lies at this point. */
export function priceKeyAt({ group, axes }: Pricing, point: Point): string {
  return [group, ...axes.map((axis) => wordAt(axis, point)).filter((word) => word !== "")].join("/");
}

function wordAt(axis: string, point: Point): string {
  const value = String(point[axis]);
  // A model without modes has one quality, whatever a client sends.
  if (axis === "mode") return qualityAt(point);
  // Referring to a video and editing it cost the same.
  if (axis === "video") return value === "none" ? "" : "video";
  return value;
}

function qualityAt({ model_name, mode }: Point): string {
  const model = Object.values(MODELS).find(({ id }) => id === model_name);
  const known = MODES.find((it) => it === mode);
  return model === undefined ? String(mode) : qualityOf(model.id, known);
}
