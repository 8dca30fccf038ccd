import { durationsFor, modelsFor, modesFor } from "./capabilities.ts";
import { MODES, type Mode, SOUNDS } from "./fields.ts";
import { MODELS, type ModelId } from "./models.ts";
import { type Combination, refusals } from "./verdict.ts";

/** The axes a person can be asked for; pictures are never invented, only taken away. */
export type Wanted = Partial<Omit<Combination, "kind">>;

/**
 * The allowed combination closest to `from` that has everything `wanted`, or undefined when there is none. Closest means
 * the smallest sum of `COSTS`: a shorter clip is milder than another model, and losing a picture is the last resort.
 */
export function nearestLegal(from: Combination, wanted: Wanted = {}): Combination | undefined {
  const start = { ...from, ...wanted };
  let best: Combination | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const model of modelCandidates(start, wanted)) {
    if (modelDistance(start.model, model) >= bestCost) break; // closest first: no later model can win
    for (const candidate of candidates(start, wanted, model)) {
      const cost = distance(start, candidate);
      if (cost >= bestCost || refusals(candidate).length > 0) continue;
      best = candidate;
      bestCost = cost;
    }
  }
  return best;
}

const COSTS = {
  /** Plus one for each second of difference. */
  duration: 10,
  /** For each step on the ladder std → pro → 4k; a step up costs more money, hence one more. */
  modeStep: 12,
  upward: 1,
  sound: 15,
  /** Plus one for each release in between. Dearer than changing mode, duration and sound one by one. */
  model: 60,
  /** Another movement of the camera than the one that was chosen. */
  camera: 30,
  /** What is painted or chosen is kept aside, but the clip is no longer led by it. */
  guide: 150,
  endFrame: 200,
} as const;

function modelCandidates({ kind, model }: Combination, wanted: Wanted): readonly ModelId[] {
  if (wanted.model) return [wanted.model];
  const able = modelsFor(kind).filter((id) => !wanted.mode || MODELS[id].hasMode);
  return able.sort((a, b) => modelDistance(model, a) - modelDistance(model, b));
}

function* candidates(start: Combination, wanted: Wanted, model: ModelId): Generator<Combination> {
  for (const mode of wanted.mode ? [wanted.mode] : modeCandidates(start, model)) {
    for (const duration of wanted.duration ? [wanted.duration] : durationsFor(start.kind, model)) {
      for (const sound of wanted.sound ? [wanted.sound] : SOUNDS) {
        for (const guidance of guidanceCandidates(start, wanted)) {
          yield { ...start, model, mode, duration, sound, ...guidance };
        }
      }
    }
  }
}

function modeCandidates({ kind, mode }: Combination, model: ModelId): readonly Mode[] {
  return MODELS[model].hasMode ? modesFor(kind, model) : [mode];
}

/** What guides the clip may be put aside, and comes back as it was; an end frame that is in use may be taken away. */
function* guidanceCandidates(
  start: Combination,
  wanted: Wanted,
): Generator<Pick<Combination, "guide" | "camera" | "hasEndFrame">> {
  const { guide, camera, hasEndFrame } = start;
  yield { guide, camera, hasEndFrame };
  if (guide === "camera" && wanted.camera === undefined) yield { guide, camera: "simple", hasEndFrame };
  const mayLeave = wanted.guide === undefined && wanted.camera === undefined;
  if (guide !== "frames" && mayLeave) yield { guide: "frames", camera, hasEndFrame };
  const usesFrames = guide === "frames" || mayLeave;
  if (usesFrames && hasEndFrame && wanted.hasEndFrame === undefined)
    yield { guide: "frames", camera, hasEndFrame: false };
}

function distance(from: Combination, to: Combination): number {
  return (
    modelDistance(from.model, to.model) +
    modeDistance(from.mode, to.mode) +
    (from.duration === to.duration
      ? 0
      : COSTS.duration + Math.abs(Number(from.duration) - Number(to.duration))) +
    (from.sound === to.sound ? 0 : COSTS.sound) +
    (from.camera === to.camera ? 0 : COSTS.camera) +
    (from.guide === to.guide ? 0 : COSTS.guide) +
    (from.hasEndFrame === to.hasEndFrame ? 0 : COSTS.endFrame)
  );
}

function modelDistance(from: ModelId, to: ModelId): number {
  if (from === to) return 0;
  return COSTS.model + Math.abs(MODELS[from].releaseOrder - MODELS[to].releaseOrder);
}

function modeDistance(from: Mode, to: Mode): number {
  if (from === to) return 0;
  const steps = MODES.indexOf(to) - MODES.indexOf(from);
  return Math.abs(steps) * COSTS.modeStep + (steps > 0 ? COSTS.upward : 0);
}
