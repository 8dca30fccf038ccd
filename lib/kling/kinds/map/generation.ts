import { TASK_KIND_NAMES } from "../../kind-names.ts";
import type { TaskKind } from "../../task-kinds.ts";
import { type Claim, refusalsFrom } from "../grid/claims.ts";
import { brokenExclusions, type Exclusion } from "../grid/exclusions.ts";
import { type Grid, grants, type MapCell, type Point, type Refusal } from "../grid/grid.ts";
import { modeLabel, modelLabel } from "../grid/video-axes.ts";

type VideoMap = {
  readonly kind: TaskKind;
  /** `generation` says which models, modes and lengths there are. */
  readonly cells: readonly MapCell[];
  readonly claims?: readonly Claim[];
  readonly exclusions?: readonly Exclusion[];
};

/** The verdict of a video kind: what excludes what; then whether its model makes this at all; then what else it is asked for. */
export function videoRefusals({ kind, cells, claims = [], exclusions = [] }: VideoMap): Grid["refusals"] {
  const refusedClaims = refusalsFrom(cells, claims);
  return (point) => {
    const blocked = generationRefusal(cells, kind, point);
    return [...brokenExclusions(exclusions, point), ...(blocked ? [blocked] : refusedClaims(point))];
  };
}

/** The model itself, its mode or its length, whichever the `generation` cells do not know. */
function generationRefusal(cells: readonly MapCell[], kind: TaskKind, point: Point): Refusal | undefined {
  if (grants({ cells }, "generation", point)) return undefined;
  const granted = cells.filter(({ feature, support }) => feature === "generation" && support !== "no");
  const ofModel = granted.filter(({ where }) => covers(where.model_name, point.model_name));
  const name = modelLabel(point.model_name);
  if (ofModel.length === 0) {
    const what = TASK_KIND_NAMES[kind];
    const message = { zh: `${name.zh} 不支持“${what.zh}”`, en: `${name.en} does not do “${what.en}”` };
    return { axis: "model_name", code: "model_unsupported", message };
  }
  const ofMode = ofModel.filter(({ where }) => covers(where.mode, point.mode));
  if (ofMode.length === 0) {
    const mode = modeLabel(point.mode);
    const message = { zh: `${name.zh} 在此没有${mode.zh}模式`, en: `${name.en} has no ${mode.en} mode here` };
    return { axis: "mode", code: "mode_unsupported", message };
  }
  const message = {
    zh: `${name.zh} 在此不支持 ${point.duration} 秒`,
    en: `${name.en} does not make clips of ${point.duration} s here`,
  };
  return { axis: "duration", code: "duration_unsupported", message };
}

function covers(values: MapCell["where"][string] | undefined, value: Point[string] | undefined): boolean {
  return values === undefined || (value !== undefined && values.includes(value));
}
