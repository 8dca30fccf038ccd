import { z } from "zod";
import {
  KEY_BUDGET_STEP,
  KEY_MAX_BUDGET_UNITS,
  KEY_MAX_DAYS,
  KEY_NAME_MAX_LENGTH,
} from "./account-limits.ts";
import { idSchema } from "./ids.ts";
import { defineOperation } from "./operation.ts";
import { KEY_SCOPES } from "./permissions.ts";
import { lineSchema } from "./text.ts";

export const apiKeySchema = z.object({
  id: z.string(),
  name: z.string(),
  scope: z.enum(KEY_SCOPES),
  /** First characters of the key. */
  prefix: z.string(),
  accessKey: z.string(),
  createdBy: z.object({ id: z.string(), name: z.string() }),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  lastUsedAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
  /** Video units that its orders may come to in all; null = no cap. */
  budgetUnits: z.number().nullable(),
  /** Video units that its orders came to, reserved ones included; counted with and without a cap. */
  usedUnits: z.number(),
});

/** A key with its secrets, shown once and never again. */
export const newApiKeySchema = apiKeySchema.extend({
  /** Sent as `Authorization: Bearer …`. */
  key: z.string(),
  /** Signs HS256 tokens whose `iss` is `accessKey`. */
  secretKey: z.string(),
});

export const createApiKeySchema = z.strictObject({
  name: lineSchema(KEY_NAME_MAX_LENGTH),
  scope: z.enum(KEY_SCOPES),
  /** Null or left out: until it is revoked. */
  expiresInDays: z.int().min(1).max(KEY_MAX_DAYS).nullable().default(null),
  /** Null or left out: no cap of its own. */
  budgetUnits: z
    .number()
    .min(KEY_BUDGET_STEP)
    .max(KEY_MAX_BUDGET_UNITS)
    .multipleOf(KEY_BUDGET_STEP)
    .nullable()
    .default(null),
});

export type ApiKey = z.infer<typeof apiKeySchema>;
export type NewApiKey = z.infer<typeof newApiKeySchema>;
export type CreateApiKey = z.input<typeof createApiKeySchema>;

export const listApiKeysOperation = defineOperation({
  id: "listApiKeys",
  method: "GET",
  path: "/api/keys",
  summary: "The gateway keys that one may manage, newest first.",
  access: { kind: "member", action: "api_key.manage" },
  response: z.object({ keys: z.array(apiKeySchema) }),
});

export const createApiKeyOperation = defineOperation({
  id: "createApiKey",
  method: "POST",
  path: "/api/keys",
  summary: "Make a gateway key; its secrets are in this answer and nowhere else.",
  access: { kind: "member", action: "api_key.manage" },
  audit: "api_key.created",
  rateClass: "write",
  body: createApiKeySchema,
  response: newApiKeySchema,
  status: 201,
});

export const getSigningSecretOperation = defineOperation({
  id: "getSigningSecret",
  method: "GET",
  path: "/api/keys/signing-secret",
  summary: "What the team's callbacks are signed with (Standard Webhooks), for clients that verify them.",
  access: { kind: "member", action: "api_key.manage" },
  response: z.object({ secret: z.string() }),
});

export const rotateSigningSecretOperation = defineOperation({
  id: "rotateSigningSecret",
  method: "POST",
  path: "/api/keys/signing-secret",
  summary: "Replace what the team's callbacks are signed with; the old secret signs along for 24 hours.",
  access: { kind: "member", action: "webhook.manage" },
  audit: "callback_secret.rotated",
  rateClass: "write",
  response: z.object({ secret: z.string() }),
});

export const revokeApiKeyOperation = defineOperation({
  id: "revokeApiKey",
  method: "DELETE",
  path: "/api/keys/{keyId}",
  summary: "Make a gateway key worthless, at once.",
  access: { kind: "member", action: "api_key.manage" },
  audit: "api_key.revoked",
  params: z.strictObject({ keyId: idSchema("apiKey") }),
});
