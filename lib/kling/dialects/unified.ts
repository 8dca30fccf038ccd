import type { Model } from "../models.ts";
import type { TaskKind } from "../task-kinds.ts";
import { type DecodedJob, refuseBody, refuseField, refuseModel } from "./decoded-job.ts";
import { nameImagesNatively, nameSubjectsNatively } from "./unified-images.ts";
import { findUnifiedModel } from "./unified-models.ts";
import { isJsonObject, isUnset, type JsonObject, readText } from "./unknown-values.ts";

/**
 * Translates `POST /v1/videos` of the unified gateway (S003, api-reference §10.3) to the native create. The length is
 * called `seconds`, the model `model`; parameters that the document does not know stay in the body and are passed on.
 */
export function decodeUnified(body: unknown): DecodedJob {
  if (!isJsonObject(body)) return refuseBody();
  const { model, model_name, seconds, action_control: _, ...others } = body;
  const asked = isUnset(model) ? model_name : model;
  if (isUnset(asked)) return refuseField("model", "is required");
  const askedModel = readText(asked);
  if (askedModel === undefined) return refuseField("model", "must be a string");
  const known = findUnifiedModel(askedModel);
  if (known === undefined) return refuseModel(askedModel);

  const kind = routeUnified(known, body);
  const named = namePictures(kind, others);
  if (!named.ok) return named;
  const length = isUnset(seconds) ? {} : { duration: seconds };
  return { ok: true, kind, nativeBody: { ...named.fields, ...length, model_name: known.id }, askedModel };
}

/**
 * Which endpoint a body is meant for: the table of S003 for models that make clips, and the one endpoint of the omni
 * models. A model that takes several pictured subjects is routed there by its list of pictures.
 */
export function routeUnified({ paths }: Model, body: JsonObject): TaskKind {
  if (paths.includes("omni-video")) return "omni-video";
  if (body.action_control === true || body.action_control === "true") return "motion-control";
  if (!isUnset(body.image) || !isUnset(body.image_tail)) return "image2video";
  const hasSubjects = !isUnset(body.image_list) || !isUnset(body.reference_images);
  return hasSubjects && paths.includes("multi-image2video") ? "multi-image2video" : "text2video";
}

function namePictures(kind: TaskKind, given: JsonObject) {
  if (kind === "omni-video") return nameImagesNatively(given);
  if (kind === "multi-image2video") return nameSubjectsNatively(given);
  return { ok: true as const, fields: given };
}
