import { STUDIO_OPERATIONS } from "#lib/contract/operations.ts";
import { STATUS_BY_CODE } from "#lib/shared/errors.ts";
import { type Json, openApiOf } from "./openapi.ts";

/** The studio's own API as OpenAPI 3.1. */
export function studioOpenApi(serverUrl: string): Json {
  return openApiOf(STUDIO_OPERATIONS, {
    title: "Framewright studio API",
    description:
      "The JSON API behind the studio's own screens. Kling clients use the gateway at /v1 instead, with a key; its document is /api/openapi-gateway.json.",
    serverUrls: [serverUrl],
    schemas: { Problem: PROBLEM },
    refusalOf: () => ({ type: "application/problem+json", schema: "Problem" }),
  });
}

const PROBLEM: Json = {
  type: "object",
  description: "RFC 9457 problem details.",
  required: ["type", "title", "status", "code", "detail", "requestId"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string", enum: [...Object.keys(STATUS_BY_CODE), "internal"] },
    detail: { type: "string" },
    requestId: { type: "string" },
    details: { type: "object" },
  },
};
