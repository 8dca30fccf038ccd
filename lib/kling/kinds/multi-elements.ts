import { DEFAULT_DURATION, DEFAULT_MODE } from "../fields.ts";
import type { MultiElementsRequest } from "../requests/multi-elements.ts";
import type { Violation } from "../violation.ts";
import { countAt } from "./grid/exclusions.ts";
import type { MapCell } from "./grid/grid.ts";
import { countAxis, durationAxis, modeAxis, modelAxis } from "./grid/video-axes.ts";
import { defineKind } from "./kind.ts";
import { videoRefusals } from "./map/generation.ts";
import { unlistedPrice } from "./price/listed-price.ts";
import { missing } from "./rules/field-rules.ts";
import { referenceViolations } from "./rules/prompt-references.ts";
import { needsText, PROMPT_REQUIRED } from "./rules/text-rules.ts";
import { ASSUMED_FPS, frameSize } from "./size/frame-size.ts";
import { ratioSides } from "./size/picture-size.ts";

const CELLS: readonly MapCell[] = [
  {
    feature: "generation",
    where: { model_name: ["kling-v1-6"], mode: ["std", "pro"], duration: ["5", "10"] },
    support: "yes",
    evidence: "documented",
    source: "off-26 §3.11, §6.2",
  },
];

/** Pictures that an edit takes at most; one at least unless it takes none (off-26 §3.11). */
const MAX_IMAGES = { addition: 2, swap: 1, removal: 0 } as const;

const EDIT_NAMES = {
  addition: { zh: "添加", en: "add" },
  swap: { zh: "替换", en: "swap" },
  removal: { zh: "移除", en: "remove" },
} as const;

/** Adds, swaps or removes what a session has selected (off-26 §3.11). */
export const multiElements = defineKind<MultiElementsRequest>({
  kind: "multi-elements",
  product: "video",
  answers: "task",
  defaults: { model_name: "kling-v1-6", duration: DEFAULT_DURATION },
  grid: {
    axes: [
      modelAxis(["kling-v1-6"]),
      modeAxis(["std", "pro"]),
      durationAxis(["5", "10"]),
      {
        name: "edit_mode",
        label: { zh: "编辑方式", en: "Edit" },
        values: ["addition", "swap", "removal"],
        valueLabel: (value) =>
          isEditMode(value) ? EDIT_NAMES[value] : { zh: String(value), en: String(value) },
        cost: { change: 250, step: 5 },
      },
      countAxis("images", { zh: "参考图", en: "Pictures" }, { path: "image_list", max: 2 }),
    ],
    defaults: { model_name: "kling-v1-6", mode: "std", duration: "5", edit_mode: "addition", images: 0 },
    cells: CELLS,
    refusals: videoRefusals({
      kind: "multi-elements",
      cells: CELLS,
      exclusions: [
        {
          code: "too_many_images",
          axis: "images",
          isBroken: (point) =>
            isEditMode(point.edit_mode) && countAt(point, "images") > MAX_IMAGES[point.edit_mode],
          message: {
            zh: "添加最多用 2 张图片，替换用 1 张，移除不用图片",
            en: "To add takes up to 2 pictures, to swap 1, to remove none",
          },
        },
      ],
    }),
  },
  pointOf: ({ model_name, mode, duration, edit_mode, image_list }) => ({
    model_name,
    mode: mode ?? DEFAULT_MODE,
    duration,
    edit_mode,
    images: image_list?.length ?? 0,
  }),
  rules: (request) => [
    ...needsText("prompt", request.prompt, PROMPT_REQUIRED),
    ...imageRule(request),
    ...referenceViolations([{ path: "prompt", text: request.prompt }], {
      image: request.image_list?.length ?? 0,
      element: 0,
      video: 1,
      voice: 0,
    }),
  ],
  price: () => unlistedPrice({ zh: "多模态视频编辑没有公开价格", en: "No price is published for edits" }),
  output: ({ model_name, mode, duration }) => ({
    videos: [
      {
        // The session knows its video's shape; the request does not.
        ...frameSize(ratioSides("16:9"), model_name, mode),
        fps: ASSUMED_FPS,
        durationSeconds: Number(duration),
        hasSound: false,
      },
    ],
    images: [],
    audios: [],
  }),
});

function imageRule({ edit_mode, image_list }: MultiElementsRequest): readonly Violation[] {
  if (edit_mode === "removal" || image_list !== undefined) return [];
  return [missing("image_list", { zh: "请添加参考图片", en: "Add a picture of what comes in" })];
}

function isEditMode(value: unknown): value is keyof typeof MAX_IMAGES {
  return value === "addition" || value === "swap" || value === "removal";
}
