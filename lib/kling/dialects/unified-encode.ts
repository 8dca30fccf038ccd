import { pathOf } from "../endpoints.ts";
import { MODELS } from "../models.ts";
import type { TaskRequest } from "../requests/request.ts";
import type { EncodedJob } from "./decoded-job.ts";
import { type DoorFields, encodeCreate } from "./native-encode.ts";
import { routeUnified } from "./unified.ts";
import { unifiedNameOf } from "./unified-models.ts";
import { isJsonObject } from "./unknown-values.ts";

/** The request for a unified gateway (S003): native words throughout, which it promises to understand. */
export function encodeUnified(request: TaskRequest, door: DoorFields = {}): EncodedJob {
  switch (request.kind) {
    case "text2video":
    case "image2video":
    case "multi-image2video":
    case "omni-video":
    case "motion-control": {
      const model = MODELS[request.model_name];
      const { model_name: _, duration, element_list, ...native } = encodeCreate(request, door).body;
      const body = {
        model: unifiedNameOf(model.id),
        ...native,
        ...(duration !== undefined && { seconds: duration }),
        ...(Array.isArray(element_list) && { element_list: element_list.map(nameElement) }),
        ...(request.kind === "motion-control" && { action_control: true }),
      };
      // The gateway has one address and chooses the endpoint itself: some requests would be taken for another kind.
      if (routeUnified(model, body) !== request.kind)
        return { ok: false, fields: [misleadingField(request)] };
      return { ok: true, method: "POST", path: PATH, body };
    }
    default:
      return { ok: false, fields: ["kind"] };
  }
}

const PATH = pathOf({ dialect: "unified", operation: "create_job" });

/** The gateway's samples write ids as texts (§10.5 #29). */
function nameElement(element: unknown): unknown {
  return isJsonObject(element) ? { ...element, element_id: String(element.element_id) } : element;
}

function misleadingField(request: TaskRequest): string {
  const { kind } = request;
  const hasPicture =
    kind !== "image2video" || request.image !== undefined || request.image_tail !== undefined;
  return hasPicture ? "model_name" : "image";
}
