import { z } from "zod";
import { PRICE_KEYS } from "#lib/kling/kinds/price/price-keys.ts";
import type { PriceBook } from "#lib/kling/price-book.ts";
import { UPSTREAM_IDS } from "#lib/kling/upstreams.ts";
import type { CapabilityPolicy } from "#lib/kling/violation.ts";
import {
  CONNECTION_NAME_MAX_LENGTH,
  MAX_EXTRA_UNITS,
  MAX_PARALLEL,
  MAX_PRICE_UNITS,
  PRICE_STEP,
} from "./connection-limits.ts";
import { credentialSchema } from "./credential.ts";
import { idSchema } from "./ids.ts";
import { defineOperation } from "./operation.ts";
import { lineSchema } from "./text.ts";

export const PROVIDER_NAMES = ["sandbox", "native", "unified", "generations"] as const;

/** What a connection speaks; the sandbox speaks nothing over a wire. */
export type ProviderName = (typeof PROVIDER_NAMES)[number];

/** A place that makes clips, as a person chooses between them. Plain: the browser reads it too. */
export type ConnectionView = {
  readonly id: string;
  readonly name: string;
  readonly isDefault: boolean;
  /** Its clips cost nothing: for learning and trying out. */
  readonly isPractice: boolean;
  readonly policy: CapabilityPolicy;
  readonly provider: ProviderName;
  /** What it was made from, see `lib/kling/upstreams.ts`. */
  readonly preset: string;
  readonly priceBook: PriceBook | null;
  /** Switched off: nothing can be ordered there. */
  readonly isEnabled: boolean;
  /** What is ordered there waits until somebody resumes it. */
  readonly isPaused: boolean;
};

const priceKeys: ReadonlySet<string> = new Set(PRICE_KEYS.map(({ key }) => key));

const priceBookSchema = z.record(
  z.string().refine((key) => priceKeys.has(key), { message: "is no price that can be set" }),
  z.number().min(0).max(MAX_PRICE_UNITS).multipleOf(PRICE_STEP),
);

const placesSchema = z.int().min(1).max(MAX_PARALLEL);
const parallelSchema = z.strictObject({ video: placesSchema, image: placesSchema, try_on: placesSchema });
const policySchema = z.enum(["strict", "warn", "off"]);
const dialectSchema = z.enum(["native", "unified", "generations"]);

/** Judged by the use case, which knows which hosts the operator allows. */
const baseUrlSchema = z.string().trim().min(1).max(2048);

/** What an upstream signs its callbacks with. */
const callbackSecretSchema = z
  .string()
  .trim()
  .min(8)
  .max(1024)
  .regex(/^[\x21-\x7e]+$/, "must be printable ASCII");

const callsSchema = z.object({
  calls: z.int(),
  /** Not answered, or answered with trouble of the upstream's or of its account's. */
  failed: z.int(),
  /** Mean of those that were answered; null without any. */
  latencyMs: z.number().nullable(),
});

export const connectionHealthSchema = z.object({
  hour: callsSchema,
  day: callsSchema,
  /** The last 24 hours, the oldest first. */
  hours: z.array(z.object({ calls: z.int(), failed: z.int() })),
  /** `open`: calls are kept away; `probing`: one may find out whether upstream is back. */
  breaker: z.enum(["closed", "open", "probing"]),
  breakerOpenUntil: z.iso.datetime().nullable(),
  /** Outcomes other than "ok" in the last day, the most frequent first. */
  errors: z.array(z.object({ outcome: z.string(), calls: z.int(), lastAt: z.iso.datetime() })),
});

export const connectionSchema = z.object({
  id: z.string(),
  name: z.string(),
  preset: z.enum(UPSTREAM_IDS),
  provider: z.enum(PROVIDER_NAMES),
  /** Null for the sandbox, and for those who may not manage connections. */
  baseUrl: z.string().nullable(),
  /** Last characters of the credential; null without one, and for those who may not manage connections. */
  credentialHint: z.string().nullable(),
  hasCredential: z.boolean(),
  hasCallbackSecret: z.boolean(),
  policy: policySchema,
  parallel: parallelSchema,
  priceBook: z.record(z.string(), z.number()).nullable(),
  maskPolarity: z.enum(["white", "black"]),
  axisSemantics: z.enum(["map", "old"]),
  isDefault: z.boolean(),
  isEnabled: z.boolean(),
  /** Why nothing is submitted; an account's refusal with upstream's code. */
  pause: z
    .object({ at: z.iso.datetime(), by: z.enum(["person", "account", "restore"]), code: z.int().nullable() })
    .nullable(),
  /** Tasks that wait for a place, and those that upstream works on. */
  waiting: z.int(),
  running: z.int(),
  health: connectionHealthSchema,
});

export const failOverSchema = z.strictObject({
  mayFailOver: z.boolean(),
  /** How many units more a task may cost where it is moved to. */
  extraUnits: z.number().min(0).max(MAX_EXTRA_UNITS).multipleOf(PRICE_STEP),
});

/** What can be set on every connection. */
const settings = {
  name: lineSchema(CONNECTION_NAME_MAX_LENGTH),
  policy: policySchema,
  parallel: parallelSchema,
  priceBook: priceBookSchema.nullable(),
  maskPolarity: z.enum(["white", "black"]),
  axisSemantics: z.enum(["map", "old"]),
  callbackSecret: callbackSecretSchema.nullable(),
};

/** Where an upstream is and what it knows us by. */
const reachSchema = z.strictObject({
  preset: z.enum(UPSTREAM_IDS),
  /** Only for `custom`: the other presets know what they speak. */
  dialect: dialectSchema.optional(),
  /** Left out: the preset's own. */
  baseUrl: baseUrlSchema.optional(),
  credential: credentialSchema.optional(),
});

export const createConnectionSchema = z.strictObject({
  ...reachSchema.shape,
  ...z.strictObject(settings).partial().shape,
  name: settings.name,
  isDefault: z.boolean().default(false),
});

export const updateConnectionSchema = z
  .strictObject({
    ...settings,
    dialect: dialectSchema,
    baseUrl: baseUrlSchema,
    /** Takes the place of the present one, which nobody can read. */
    credential: credentialSchema,
    isEnabled: z.boolean(),
    /** The one before it is the default no longer. */
    isDefault: z.literal(true),
  })
  .partial();

export const connectionTestSchema = z.object({
  ok: z.boolean(),
  latencyMs: z.number(),
  /** `reached`: it answers; `authorized`: it knows the credential. */
  proved: z.enum(["authorized", "reached", "nothing"]),
  /** Business code or HTTP status of a refusal. */
  code: z.int().nullable(),
  /** What happened and what to do about it, for a person. */
  explain: z.object({ zh: z.string(), en: z.string() }),
  remedy: z.object({ zh: z.string(), en: z.string() }).nullable(),
});

const paramsSchema = z.strictObject({ connectionId: idSchema("connection") });

export type Connection = z.infer<typeof connectionSchema>;
export type ConnectionHealth = z.infer<typeof connectionHealthSchema>;
export type ConnectionTest = z.infer<typeof connectionTestSchema>;
export type CreateConnection = z.input<typeof createConnectionSchema>;
export type UpdateConnection = z.input<typeof updateConnectionSchema>;
export type ConnectionReach = z.infer<typeof reachSchema>;
export type FailOver = z.infer<typeof failOverSchema>;

const READ = { kind: "member", action: "connection.read" } as const;
const MANAGE = { kind: "member", action: "connection.manage" } as const;

export const listConnectionsOperation = defineOperation({
  id: "listConnections",
  method: "GET",
  path: "/api/connections",
  summary:
    "Where the team's clips are made, in the order in which they are tried, and how each of them does.",
  access: READ,
  response: z.object({ connections: z.array(connectionSchema), failOver: failOverSchema }),
});

export const createConnectionOperation = defineOperation({
  id: "createConnection",
  method: "POST",
  path: "/api/connections",
  summary: "Connect an upstream account. Its credential is sealed and never given back.",
  access: MANAGE,
  audit: "connection.created",
  rateClass: "write",
  body: createConnectionSchema,
  response: connectionSchema,
  status: 201,
});

export const updateConnectionOperation = defineOperation({
  id: "updateConnection",
  method: "PATCH",
  path: "/api/connections/{connectionId}",
  summary: "Change a connection; another address needs its credential anew.",
  access: MANAGE,
  audit: ["connection.changed", "connection.credential_replaced"],
  rateClass: "write",
  params: paramsSchema,
  body: updateConnectionSchema,
  response: connectionSchema,
});

export const deleteConnectionOperation = defineOperation({
  id: "deleteConnection",
  method: "DELETE",
  path: "/api/connections/{connectionId}",
  summary: "Delete a connection that has no open task; what was made there stays.",
  access: MANAGE,
  audit: "connection.removed",
  rateClass: "write",
  params: paramsSchema,
});

export const reorderConnectionsOperation = defineOperation({
  id: "reorderConnections",
  method: "PUT",
  path: "/api/connections/order",
  summary: "In which order connections are tried when several could do a task.",
  access: MANAGE,
  audit: "connection.reordered",
  rateClass: "write",
  body: z.strictObject({ connectionIds: z.array(idSchema("connection")).min(1).max(200) }),
});

export const pauseConnectionOperation = defineOperation({
  id: "pauseConnection",
  method: "POST",
  path: "/api/connections/{connectionId}/pause",
  summary: "Submit nothing there for now: what is queued waits, what runs goes on.",
  access: MANAGE,
  audit: "connection.paused",
  rateClass: "write",
  params: paramsSchema,
});

export const resumeConnectionOperation = defineOperation({
  id: "resumeConnection",
  method: "POST",
  path: "/api/connections/{connectionId}/resume",
  summary: "Go on with what waits, whoever paused it.",
  access: MANAGE,
  audit: "connection.resumed",
  rateClass: "write",
  params: paramsSchema,
});

export const testConnectionOperation = defineOperation({
  id: "testConnection",
  method: "POST",
  path: "/api/connections/{connectionId}/test",
  summary: "One free call: whether the upstream answers and knows the credential.",
  access: MANAGE,
  audit: { none: "changes nothing" },
  rateClass: "write",
  params: paramsSchema,
  response: connectionTestSchema,
});

export const testNewConnectionOperation = defineOperation({
  id: "testNewConnection",
  method: "POST",
  path: "/api/connections/test",
  summary: "The same free call for a connection that is not saved.",
  access: MANAGE,
  audit: { none: "changes nothing" },
  rateClass: "write",
  body: reachSchema,
  response: connectionTestSchema,
});

export const setFailOverOperation = defineOperation({
  id: "setFailOver",
  method: "PUT",
  path: "/api/connections/fail-over",
  summary:
    "Whether a task may move to another connection before any accepted it, and what it may cost more there.",
  access: MANAGE,
  audit: "team.fail_over_set",
  rateClass: "write",
  body: failOverSchema,
  response: failOverSchema,
});
