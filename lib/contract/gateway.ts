import { z } from "zod";
import { ENDPOINTS, type Endpoint, type Operation as GatewayWish } from "#lib/kling/endpoints.ts";
import type { AuditAction } from "./audit-actions.ts";
import { idSchema } from "./ids.ts";
import { defineOperation, type Operation } from "./operation.ts";
import type { Action } from "./permissions.ts";

/** Where the gateway answers: Kling's own paths, and the same under the prefix that DMXAPI and Kapon use. */
export const GATEWAY_PREFIXES = ["", "/kling"] as const;

const SUMMARIES: Readonly<Record<GatewayWish, string>> = {
  create: "Order a task, or get the answer of a kind that gives it at once.",
  get: "One task by its id or external id.",
  list: "A page of tasks.",
  add_selection: "Mark what is to be edited on a frame.",
  delete_selection: "Take marks back.",
  clear_selection: "Take all marks back.",
  preview_selection: "The video that is being marked.",
  list_elements: "A page of the team's elements.",
  list_preset_elements: "Elements that belong to everybody.",
  delete_element: "Delete an element of the team.",
  list_preset_voices: "Voices that belong to everybody.",
  delete_voice: "Delete a voice of the team.",
  account_costs: "Resource packs of the account.",
  create_job: "Order a task in the dialect of a gateway.",
  get_job: "Any task by its id or external id, in the dialect of a gateway.",
};

/** What a key needs its scope to allow. */
const WRITES: readonly GatewayWish[] = [
  "create",
  "create_job",
  "add_selection",
  "delete_selection",
  "clear_selection",
  "delete_element",
  "delete_voice",
];

/** What people decide about the team's library; the rest orders tasks or reads. */
const AUDITED: Partial<Readonly<Record<GatewayWish, AuditAction>>> = {
  delete_element: "element.removed",
  delete_voice: "voice.removed",
};

export function actionOf(wish: GatewayWish): Action {
  return WRITES.includes(wish) ? "task.create" : "task.read";
}

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
  const { dialect, operation, kind, method, path } = endpoint;
  const parts = [dialect === "native" ? "" : dialect, operation, kind ?? "", prefix.replace("/", "")];
  return defineOperation({
    id: parts.filter((part) => part !== "").join("_"),
    method,
    path: `${prefix}${path}`,
    summary: `${SUMMARIES[operation]} (${dialect} dialect)`,
    access: { kind: "api_key", action: actionOf(operation) },
    response: "stream",
    audit: AUDITED[operation] ?? { none: "the ledger and the task's own history tell of every order" },
  });
}
