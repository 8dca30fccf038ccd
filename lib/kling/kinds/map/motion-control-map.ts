import { countAt } from "../grid/exclusions.ts";
import type { Grid, MapCell } from "../grid/grid.ts";
import { countAxis, KEEP_SOUND_AXIS, modeAxis, modelAxis, modelLabel } from "../grid/video-axes.ts";
import { videoRefusals } from "./generation.ts";

const CELLS: readonly MapCell[] = [
  {
    feature: "generation",
    where: { model_name: ["kling-v2-6"], mode: ["std", "pro"] },
    support: "yes",
    evidence: "documented",
    source: "off-26 §3.5, §6.2",
  },
  {
    feature: "generation",
    where: { model_name: ["kling-v3"], mode: ["std", "pro"] },
    support: "yes",
    evidence: "documented",
    source: "off-26 §3.5 (field added 2026-03-04), §6.2 (no 4k)",
  },
  {
    feature: "elements",
    where: { model_name: ["kling-v3"] },
    support: "yes",
    evidence: "documented",
    source: "off-26 §3.5",
  },
];

export const MOTION_GRID: Grid = {
  axes: [
    modelAxis(["kling-v3", "kling-v2-6"]),
    modeAxis(["std", "pro"]),
    {
      name: "character_orientation",
      label: { zh: "人物朝向", en: "The person faces" },
      values: ["image", "video"],
      valueLabel: (value) =>
        value === "image"
          ? { zh: "与图片一致", en: "as in the picture" }
          : { zh: "与视频一致", en: "as in the film" },
      cost: { change: 20, step: 0 },
    },
    KEEP_SOUND_AXIS,
    countAxis("elements", { zh: "主体", en: "Elements" }, { path: "element_list", max: 1 }),
  ],
  defaults: {
    model_name: "kling-v3",
    mode: "std",
    character_orientation: "image",
    keep_original_sound: "yes",
    elements: 0,
  },
  cells: CELLS,
  refusals: videoRefusals({
    kind: "motion-control",
    cells: CELLS,
    claims: [
      {
        feature: "elements",
        axis: "elements",
        isMade: (point) => countAt(point, "elements") > 0,
        message: ({ model_name }) => {
          const name = modelLabel(model_name);
          return { zh: `${name.zh} 的动作控制不支持主体`, en: `${name.en} takes no element here` };
        },
      },
    ],
    exclusions: [
      {
        code: "orientation_excluded",
        axis: "character_orientation",
        isBroken: (point) => countAt(point, "elements") > 0 && point.character_orientation === "image",
        message: {
          zh: "使用主体时，人物朝向须与视频一致",
          en: "With an element the person faces as in the film",
        },
      },
    ],
  }),
};
