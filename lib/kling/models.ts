import type { Localized } from "#lib/shared/localized.ts";

export type ModelFamily = "v1" | "v2" | "v3" | "o1";

export const MODEL_IDS = [
  "kling-v1",
  "kling-v1-5",
  "kling-v1-6",
  "kling-v2-master",
  "kling-v2-1",
  "kling-v2-1-master",
  "kling-v2-5-turbo",
  "kling-v2-6",
  "kling-video-o1",
  "kling-v3",
  "kling-v3-omni",
] as const;

export type ModelId = (typeof MODEL_IDS)[number];

/** Paths of the legacy API that generate video with a model of choice; wider than the kinds the product offers today. */
export type VideoPath = "text2video" | "image2video" | "multi-image2video" | "omni-video" | "motion-control";

export type Model = {
  readonly id: ModelId;
  readonly family: ModelFamily;
  readonly name: Localized;
  /** Position by API release, 1 = oldest; models released on one day are in the order of their version. */
  readonly releaseOrder: number;
  /** ISO date of the API release (upd); undefined for V1, which is older than the log. */
  readonly released: string | undefined;
  /** Upstream has announced an end. None so far: "no current plans for deprecation" (upd, 2026-07-15). */
  readonly deprecated: boolean;
  /** Whether `mode` means anything; the master models have a single quality (upd, 2025-05-13). */
  readonly hasMode: boolean;
  /** Legacy paths that take this model. */
  readonly paths: readonly VideoPath[];
};

const BOTH = ["text2video", "image2video"] as const;

/** Every model id of the capability map that makes video (api-reference §6), oldest first. */
export const MODELS: Readonly<Record<ModelId, Model>> = {
  "kling-v1": model({ id: "kling-v1", family: "v1", version: "1.0", paths: BOTH }),
  "kling-v1-5": model({
    id: "kling-v1-5",
    family: "v1",
    version: "1.5",
    released: "2024-11-15",
    paths: ["image2video"],
  }),
  "kling-v1-6": model({
    id: "kling-v1-6",
    family: "v1",
    version: "1.6",
    released: "2025-01-07",
    paths: [...BOTH, "multi-image2video"],
  }),
  "kling-v2-master": model({
    id: "kling-v2-master",
    family: "v2",
    version: "2.0",
    edition: { zh: "大师版", en: "Master" },
    released: "2025-05-13",
    hasMode: false,
    paths: BOTH,
  }),
  "kling-v2-1": model({
    id: "kling-v2-1",
    family: "v2",
    version: "2.1",
    released: "2025-06-19",
    paths: ["image2video"],
  }),
  "kling-v2-1-master": model({
    id: "kling-v2-1-master",
    family: "v2",
    version: "2.1",
    edition: { zh: "大师版", en: "Master" },
    released: "2025-06-19",
    hasMode: false,
    paths: BOTH,
  }),
  "kling-v2-5-turbo": model({
    id: "kling-v2-5-turbo",
    family: "v2",
    version: "2.5",
    edition: { zh: "Turbo", en: "Turbo" },
    released: "2025-10-20",
    paths: BOTH,
  }),
  "kling-v2-6": model({
    id: "kling-v2-6",
    family: "v2",
    version: "2.6",
    released: "2025-12-15",
    paths: [...BOTH, "motion-control"],
  }),
  "kling-video-o1": model({
    id: "kling-video-o1",
    family: "o1",
    version: "O1",
    released: "2025-12-15",
    paths: ["omni-video"],
  }),
  "kling-v3": model({
    id: "kling-v3",
    family: "v3",
    version: "3.0",
    released: "2026-02-25",
    paths: [...BOTH, "motion-control"],
  }),
  "kling-v3-omni": model({
    id: "kling-v3-omni",
    family: "v3",
    version: "3.0",
    edition: { zh: "Omni", en: "Omni" },
    released: "2026-02-25",
    paths: ["omni-video"],
  }),
};

/** Finds a model by its id, whatever the case (`Kling-V1-6`); undefined when there is none of that name. */
export function findModel(name: string): Model | undefined {
  const lowered = name.trim().toLowerCase();
  const id = MODEL_IDS.find((candidate) => candidate === lowered);
  return id && MODELS[id];
}

type ModelFacts = {
  id: ModelId;
  family: ModelFamily;
  version: string;
  edition?: Localized;
  released?: string;
  hasMode?: boolean;
  paths: readonly VideoPath[];
};

function model({ id, family, version, edition, released, hasMode = true, paths }: ModelFacts): Model {
  const name = {
    zh: ["可灵", version, edition?.zh].filter(Boolean).join(" "),
    en: ["Kling", version, edition?.en].filter(Boolean).join(" "),
  };
  const releaseOrder = MODEL_IDS.indexOf(id) + 1;
  return { id, family, name, releaseOrder, released, deprecated: false, hasMode, paths };
}
