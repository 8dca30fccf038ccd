import { DEFAULT_MODE, DURATIONS, type Duration, type Mode } from "./fields.ts";
import { MODELS, type ModelId } from "./models.ts";
import { CLIP_KINDS, type ClipKind } from "./task-kinds.ts";

/**
 * How well we know a cell. `documented`: the official map says so. `sample_only`: only an example shows it.
 * `contradicted`: sources disagree and we say which reading we follow. `observed`: seen on the real server or in clients.
 */
export type Evidence = "documented" | "sample_only" | "contradicted" | "observed";

/**
 * `yes`: offered. `accepted`: passed on, but the form has no control for it. `ignored`: accepted without any effect.
 * `no`: refused under the strict policy.
 */
export type Support = "yes" | "accepted" | "ignored" | "no";

export type Cell = { readonly support: Support; readonly evidence: Evidence; readonly source: string };

export const FEATURES = [
  "generation",
  "mode",
  "aspect_ratio",
  /** The prompt may be left out. */
  "without_prompt",
  "negative_prompt",
  "cfg_scale",
  "sound",
  /** First frame and end frame together. */
  "end_frame",
  /** First and end frame in a clip that also has sound. */
  "end_frame_with_sound",
  "end_frame_only",
] as const;

export type Feature = (typeof FEATURES)[number];

/** The quality axis of the map: a mode, or the one quality of a model without modes. */
export type Quality = Mode | "single";

export type Place = {
  readonly kind: ClipKind;
  readonly model: ModelId;
  /** Undefined means upstream's default; without meaning for a model that has no modes. */
  readonly mode?: Mode | undefined;
  readonly duration: Duration;
};

/** What the official map says about one feature at one place; `no` for every place the table does not grant. */
export function capability(feature: Feature, { kind, model, mode, duration }: Place): Cell {
  const row = CAPABILITIES[kind][model];
  if (!row) return MODEL_NOT_LISTED;
  const quality = qualityOf(model, mode);
  const grant = row[feature]?.find((it) => it.qualities.includes(quality) && it.durations.includes(duration));
  return grant?.cell ?? NOT_IN_THE_MAP;
}

/** Whether the feature is granted: it may be used without the strict policy refusing it. */
export function supports(feature: Feature, place: Place): boolean {
  return capability(feature, place).support !== "no";
}

/** Whether any mode and duration of this model offers the feature: then its control is worth showing. */
export function offersAnywhere(feature: Feature, kind: ClipKind, model: ModelId): boolean {
  const grants = CAPABILITIES[kind][model]?.[feature] ?? [];
  return grants.some((grant) => grant.cell.support === "yes");
}

/** Where the feature is offered: modes and durations, each mildest first. Both empty when it is nowhere. */
export function whereOffered(feature: Feature, kind: ClipKind, model: ModelId): Region {
  const grants = CAPABILITIES[kind][model]?.[feature] ?? [];
  return {
    qualities: [...new Set(grants.flatMap((grant) => grant.qualities))],
    durations: DURATIONS.filter((duration) => grants.some((grant) => grant.durations.includes(duration))),
  };
}

/** Models that make this kind of task, newest first. */
export function modelsFor(kind: ClipKind): readonly ModelId[] {
  return MODELS_BY_KIND[kind];
}

/** Modes of this model in this kind, mildest first; empty when the model has a single quality. */
export function modesFor(kind: ClipKind, model: ModelId): readonly Mode[] {
  return generationGrants(kind, model).flatMap((grant) =>
    grant.qualities.filter((quality) => quality !== "single"),
  );
}

/** Durations that this model takes in at least one mode, shortest first. */
export function durationsFor(kind: ClipKind, model: ModelId): readonly Duration[] {
  const grants = generationGrants(kind, model);
  return DURATIONS.filter((duration) => grants.some((grant) => grant.durations.includes(duration)));
}

/** The quality a request asks for once the default is filled in. */
export function qualityOf(model: ModelId, mode: Mode | undefined): Quality {
  return MODELS[model].hasMode ? (mode ?? DEFAULT_MODE) : "single";
}

export type Region = { readonly qualities: readonly Quality[]; readonly durations: readonly Duration[] };

type Grant = Region & { readonly cell: Cell };

/** One model in one kind: for each feature the regions of the mode × duration grid where the map grants it. */
export type CapabilityRow = Readonly<Partial<Record<Feature, readonly Grant[]>>>;

const NOT_IN_THE_MAP: Cell = { support: "no", evidence: "documented", source: "off-26 §6.2" };
const MODEL_NOT_LISTED: Cell = { support: "no", evidence: "documented", source: "off-26 §3.1, §3.2" };

const FIVE_TEN = ["5", "10"] as const;
const ALL_FOUR: Region = { qualities: ["std", "pro"], durations: FIVE_TEN };
const PRO: Region = { qualities: ["pro"], durations: FIVE_TEN };
const FIVE_SECONDS: Region = { qualities: ["std", "pro"], durations: ["5"] };
const SINGLE: Region = { qualities: ["single"], durations: FIVE_TEN };
const V3: Region = { qualities: ["std", "pro", "4k"], durations: DURATIONS };
const V3_BEFORE_4K: Region = { qualities: ["std", "pro"], durations: DURATIONS };
const V3_4K: Region = { qualities: ["4k"], durations: DURATIONS };

const MAP = "off-26 §6.2";

/**
 * off-26 ends before 4K; the 4K announcement says "just like in PRO mode" for text2video and image2video, the map of
 * 2026-05-19 excludes nothing for 4K, and the price page lists 4K with native audio.
 */
const PRICED_4K = documented("price (3.0, 4K, native audio); upd 2026-04-23");
const UNRESTRICTED_4K: Cell = {
  support: "yes",
  evidence: "contradicted",
  source: "capmap 2026-05-19 and upd 2026-04-23, over off-26 (older than 4K)",
};

const CFG_V1: Cell = documented("off-26 §3.1");
const CFG_V2: Cell = {
  support: "ignored",
  evidence: "observed",
  source: "new-api and comfy-py always send it (§10.5 #22)",
};
const CFG_V3: Cell = {
  support: "accepted",
  evidence: "contradicted",
  source: "S002; off-26 excludes v2.x only (§10.5 #13)",
};
const MODE_ON_MASTER: Cell = {
  support: "ignored",
  evidence: "observed",
  source: "upd 2025-05-13; comfy-py sends it",
};
const RATIO_ON_IMAGE: Cell = {
  support: "ignored",
  evidence: "observed",
  source: "S004, comfy-py send it (§10.5 #37)",
};

/** kind × model × mode × duration × feature. The only place that knows what a model can do. */
export const CAPABILITIES: Readonly<Record<ClipKind, Readonly<Partial<Record<ModelId, CapabilityRow>>>>> = {
  text2video: {
    "kling-v1": textRow(ALL_FOUR, CFG_V1),
    "kling-v1-6": textRow(ALL_FOUR, CFG_V1, "off-26 §6.2; pro since upd 2025-08-12"),
    "kling-v2-master": textRow(SINGLE, CFG_V2),
    "kling-v2-1-master": textRow(SINGLE, CFG_V2),
    "kling-v2-5-turbo": textRow(ALL_FOUR, CFG_V2, "off-26 §6.2; std since upd 2025-11-11"),
    "kling-v2-6": { ...textRow(ALL_FOUR, CFG_V2), sound: [at(PRO, documented(MAP))] },
    "kling-v3": { ...textRow(V3, CFG_V3), sound: v3Sound() },
  },
  image2video: {
    "kling-v1": { ...imageRow(ALL_FOUR, CFG_V1), end_frame: [at(FIVE_SECONDS, documented(MAP))] },
    "kling-v1-5": {
      ...imageRow(ALL_FOUR, CFG_V1),
      end_frame: [at(PRO, documented("off-26 §6.2; upd 2025-03-12"))],
      end_frame_only: [at(PRO, documented("off-26 §6.2; upd 2025-03-12"))],
    },
    "kling-v1-6": {
      ...imageRow(ALL_FOUR, CFG_V1),
      end_frame: [at(PRO, documented("off-26 §6.2; upd 2025-03-12"))],
      end_frame_only: [at(PRO, documented("off-26 §6.2; upd 2025-03-31"))],
    },
    "kling-v2-master": imageRow(SINGLE, CFG_V2),
    "kling-v2-1": { ...imageRow(ALL_FOUR, CFG_V2), end_frame: [at(PRO, documented("upd 2025-09-05"))] },
    "kling-v2-1-master": imageRow(SINGLE, CFG_V2),
    "kling-v2-5-turbo": { ...imageRow(ALL_FOUR, CFG_V2), end_frame: [at(PRO, documented("upd 2025-11-17"))] },
    "kling-v2-6": {
      ...imageRow(ALL_FOUR, CFG_V2),
      sound: [at(PRO, documented(MAP))],
      // "Only supports 1080P silent videos" (capmap): hence no end_frame_with_sound.
      end_frame: [at(PRO, documented("off-26 §6.2; capmap"))],
    },
    "kling-v3": {
      ...imageRow(V3, CFG_V3),
      without_prompt: [], // "non-empty unless customize multi-shot" (off-cn, V3 page)
      sound: v3Sound(),
      end_frame: [at(V3_BEFORE_4K, documented(MAP)), at(V3_4K, UNRESTRICTED_4K)],
      end_frame_with_sound: [
        at(V3_BEFORE_4K, documented("off-26b, 3.0 image-to-video sample")),
        at(V3_4K, UNRESTRICTED_4K),
      ],
    },
  },
};

const MODELS_BY_KIND: Readonly<Record<ClipKind, readonly ModelId[]>> = {
  text2video: newestFirst("text2video"),
  image2video: newestFirst("image2video"),
};

function newestFirst(kind: ClipKind): readonly ModelId[] {
  const listed = Object.values(MODELS).filter((model) => CAPABILITIES[kind][model.id] !== undefined);
  return listed.sort((a, b) => b.releaseOrder - a.releaseOrder).map((model) => model.id);
}

function generationGrants(kind: ClipKind, model: ModelId): readonly Grant[] {
  return CAPABILITIES[kind][model]?.generation ?? [];
}

function textRow(grid: Region, cfgScale: Cell, source: string = MAP): CapabilityRow {
  return { ...commonRow(grid, cfgScale, source), aspect_ratio: [at(grid, documented("off-26 §3.1"))] };
}

function imageRow(grid: Region, cfgScale: Cell): CapabilityRow {
  return {
    ...commonRow(grid, cfgScale, MAP),
    aspect_ratio: [at(grid, RATIO_ON_IMAGE)],
    without_prompt: [at(grid, documented("off-26 §3.2"))],
  };
}

function commonRow(grid: Region, cfgScale: Cell, source: string): CapabilityRow {
  const hasModes = !grid.qualities.includes("single");
  return {
    generation: [at(grid, documented(source))],
    mode: [at(grid, hasModes ? documented(source) : MODE_ON_MASTER)],
    negative_prompt: [at(grid, documented("off-26 §3.1, §3.2"))],
    cfg_scale: [at(grid, cfgScale)],
  };
}

function v3Sound(): readonly Grant[] {
  return [at(V3_BEFORE_4K, documented(MAP)), at(V3_4K, PRICED_4K)];
}

function at(grid: Region, cell: Cell): Grant {
  return { ...grid, cell };
}

function documented(source: string): Cell {
  return { support: "yes", evidence: "documented", source };
}

/** Every cell of one kind and model, for the capability page and for tests. */
export function* cellsOf(
  kind: ClipKind,
  model: ModelId,
): Generator<Place & { feature: Feature; cell: Cell }> {
  const modes = modesFor(kind, model);
  for (const mode of modes.length > 0 ? modes : [undefined]) {
    for (const duration of durationsFor(kind, model)) {
      const place = { kind, model, mode, duration };
      for (const feature of FEATURES) yield { ...place, feature, cell: capability(feature, place) };
    }
  }
}

/** Kinds that this model makes. */
export function kindsOf(model: ModelId): readonly ClipKind[] {
  return CLIP_KINDS.filter((kind) => CAPABILITIES[kind][model] !== undefined);
}
