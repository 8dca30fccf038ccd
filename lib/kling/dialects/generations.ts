import { type DecodedJob, refuseBody, refuseField, refuseModel } from "./decoded-job.ts";
import { findGenerationsQuality, GENERATIONS_MODEL } from "./generations-models.ts";
import { isJsonObject, isUnset, type JsonObject, readText } from "./unknown-values.ts";

/**
 * Translates `POST /v1/video/generations` (S002, api-reference §10.2) to the native create. What stands in `extra_body` is
 * native and moves up; OpenAI's own clients send it at the top already. Unknown parameters stay and are passed on.
 */
export function decodeGenerations(body: unknown): DecodedJob {
  if (!isJsonObject(body)) return refuseBody();
  const { model, image, last_image, extra_body, ...others } = body;
  if (isUnset(model)) return refuseField("model", "is required");
  const askedModel = readText(model);
  if (askedModel === undefined) return refuseField("model", "must be a string");
  const quality = findGenerationsQuality(askedModel);
  if (quality === undefined) return refuseModel(askedModel);
  const extra = isUnset(extra_body) ? {} : extra_body;
  if (!isJsonObject(extra)) return refuseField("extra_body", "must be an object");
  // End frames without a first frame are unsupported on this model (capmap, §10.5 #12).
  if (isUnset(image) && !isUnset(last_image))
    return refuseField("last_image", "needs image as the first frame");

  const { shot_type, multi_prompt, ...fields }: JsonObject = { ...others, ...extra };
  const isImageMode = !isUnset(image);
  if (isImageMode && !isUnset(fields.prompt) && !isUnset(multi_prompt)) {
    return refuseField("extra_body.multi_prompt", "and prompt exclude each other when image is given");
  }
  const contrary = Object.entries(quality).find(
    ([name, value]) => !isUnset(fields[name]) && fields[name] !== value,
  );
  if (contrary !== undefined) return refuseField(contrary[0], `contradicts the model ${askedModel}`);
  const nativeBody = {
    ...fields,
    ...(isImageMode && { image }),
    ...(!isUnset(last_image) && { image_tail: last_image }),
    ...readShots({ shot_type, multi_prompt }),
    model_name: GENERATIONS_MODEL,
    ...quality,
  };
  return { ok: true, kind: isImageMode ? "image2video" : "text2video", nativeBody, askedModel };
}

/**
 * `intelligent` is native `intelligence` (§10.5 #8). `customize` means several shots only together with their list; the
 * document's own sample has it without one, which is a single shot (§10.5 #9).
 */
function readShots({ shot_type, multi_prompt }: JsonObject): JsonObject {
  const hasList = !isUnset(multi_prompt);
  const list = hasList ? { multi_prompt } : {};
  if (shot_type === "intelligent" || shot_type === "intelligence") {
    return { multi_shot: true, shot_type: "intelligence", ...list };
  }
  if (isUnset(shot_type) || shot_type === "customize") {
    return hasList ? { multi_shot: true, shot_type: "customize", ...list } : {};
  }
  return { shot_type, ...list };
}
