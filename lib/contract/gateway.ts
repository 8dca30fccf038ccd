import { z } from "zod";
import { ENDPOINTS, type Endpoint } from "#lib/kling/endpoints.ts";
import { idSchema } from "./ids.ts";
import { defineOperation, type Operation } from "./operation.ts";

/** Where the gateway answers: Kling's own paths, and the same under the prefix that DMXAPI and Kapon use. */
export const GATEWAY_PREFIXES = ["", "/kling"] as const;

const SUMMARIES = {
  create: "Order a clip (native dialect).",
  get: "One task by its id or external id (native dialect).",
  list: "A page of tasks (native dialect).",
} as const;

/** Every route of the gateway as an operation; handlers and bodies are Kling's, see lib/kling/endpoints.ts. */
export const gatewayOperations: readonly Operation[] = GATEWAY_PREFIXES.flatMap((prefix) =>
  ENDPOINTS.map((endpoint) => operationOf(endpoint, prefix)),
);

export const getResultFileOperation = defineOperation({
  id: "getResultFile",
  method: "GET",
  path: "/v1/files/{assetId}",
  summary: "A finished clip by the signed address that the gateway gave out; answers single ranges.",
  access: { kind: "public" },
  params: z.strictObject({ assetId: idSchema("asset") }),
  query: z.strictObject({ expires: z.string(), signature: z.string() }),
  response: "stream",
});

function operationOf(endpoint: Endpoint, prefix: string): Operation {
  const { operation, kind, method, path } = endpoint;
  return defineOperation({
    id: `${operation}_${kind}${prefix.replace("/", "_")}`,
    method,
    path: `${prefix}${path}`,
    summary: SUMMARIES[operation],
    access: { kind: "api_key", action: operation === "create" ? "task.create" : "task.read" },
    response: "stream",
  });
}
