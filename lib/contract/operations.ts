import * as account from "./account.ts";
import * as archive from "./archive.ts";
import * as assets from "./assets.ts";
import * as audit from "./audit.ts";
import * as callbacks from "./callbacks.ts";
import * as connections from "./connections.ts";
import * as drafts from "./drafts.ts";
import * as events from "./events.ts";
import { gatewayOperations, getResultFileOperation } from "./gateway.ts";
import * as instance from "./instance.ts";
import * as keys from "./keys.ts";
import * as library from "./library.ts";
import type { Operation } from "./operation.ts";
import * as taskDecisions from "./task-decisions.ts";
import * as tasks from "./tasks.ts";
import * as team from "./team.ts";
import * as uploads from "./uploads.ts";
import * as webhooks from "./webhooks.ts";

/**
 * Every operation of the studio's own API, gathered from what the contract's files export: one that is written
 * there cannot be forgotten here. The OpenAPI document and the tests of every route × every role read this list.
 */
export const STUDIO_OPERATIONS: readonly Operation[] = [
  account,
  team,
  keys,
  connections,
  tasks,
  taskDecisions,
  archive,
  assets,
  drafts,
  library,
  uploads,
  events,
  callbacks,
  webhooks,
  audit,
  instance,
].flatMap((file) => Object.values(file).filter(isOperation));

/** All that the web server answers besides pages. */
export const ALL_OPERATIONS: readonly Operation[] = [
  ...STUDIO_OPERATIONS,
  ...gatewayOperations,
  getResultFileOperation,
];

function isOperation(exported: unknown): exported is Operation {
  return typeof exported === "object" && exported !== null && "method" in exported && "access" in exported;
}
