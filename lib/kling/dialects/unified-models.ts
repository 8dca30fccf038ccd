import { findModel, MODELS, type Model, type ModelId } from "../models.ts";

/** What the unified gateway calls its two models (S003). */
const UNIFIED_NAMES = {
  "kling-video-o1": "Kling-Video-O1",
  "kling-v2-6": "Kling-V2.6",
} as const satisfies Partial<Record<ModelId, string>>;

/**
 * The model of a gateway's name, in any case (§10.5 #20). Native ids are taken too, so that a client can use the whole
 * catalogue, and versions with a dot as the ai-sdk writes them (`kling-v3.0` is `kling-v3`; §6.2). Kapon also lists
 * `kling-v2-5`, which Kling itself does not know (§10.5 #35).
 */
export function findUnifiedModel(name: string): Model | undefined {
  const dashed = name.trim().toLowerCase().replace(".0", "").replaceAll(".", "-");
  return dashed === "kling-v2-5" ? MODELS["kling-v2-5-turbo"] : findModel(dashed);
}

export function unifiedNameOf(id: ModelId): string {
  const names: Partial<Record<ModelId, string>> = UNIFIED_NAMES;
  return names[id] ?? id;
}
