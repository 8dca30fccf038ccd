import { z } from "zod";
import { AUDIT_ACTIONS, AUDIT_ACTOR_KINDS, AUDIT_TABLE } from "./audit-actions.ts";
import { defineOperation } from "./operation.ts";

const READ = { kind: "member", action: "audit.read" } as const;

const actorSchema = z.object({
  kind: z.enum(AUDIT_ACTOR_KINDS),
  id: z.string().nullable(),
  /** Null for one who has no name, or whose account is gone: the id is then all that is left. */
  name: z.string().nullable(),
});

export const auditEntrySchema = z.object({
  /** From 1, without gaps in a team. */
  seq: z.int(),
  at: z.iso.datetime(),
  actor: actorSchema,
  action: z.enum(AUDIT_ACTIONS),
  object: z.object({
    type: z.enum(Object.values(AUDIT_TABLE).map((row) => row.object)),
    id: z.string().nullable(),
    /** As it is called now; null when it is gone. */
    name: z.string().nullable(),
  }),
  details: z.record(
    z.string(),
    z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()]),
  ),
  requestId: z.string().nullable(),
  hash: z.string(),
});

export const auditFilterSchema = z.strictObject({
  /** Whoever did it: a person's or a key's id. */
  actor: z.string().max(64).optional(),
  action: z.enum(AUDIT_ACTIONS).optional(),
});

export const auditPageSchema = z.object({
  entries: z.array(auditEntrySchema),
  /** The number after which the next page goes on. */
  nextCursor: z.int().nullable(),
});

/** Whether the whole log is as it was written, and where it ends. */
export const auditChainSchema = z.object({
  verified: z.boolean(),
  /** How many entries there are. */
  entries: z.int(),
  /** The hash of the last one, for keeping it elsewhere. */
  headHash: z.string(),
  /** The first entry that does not fit. */
  brokenAt: z.int().nullable(),
  /** Everybody who stands in the log as the one who acted. */
  actors: z.array(actorSchema),
});

export const AUDIT_FORMATS = ["csv", "json"] as const;

export type AuditEntry = z.infer<typeof auditEntrySchema>;
export type AuditFilter = z.infer<typeof auditFilterSchema>;
export type AuditPage = z.infer<typeof auditPageSchema>;
export type AuditChain = z.infer<typeof auditChainSchema>;
export type AuditActor = AuditEntry["actor"];
export type AuditFormat = (typeof AUDIT_FORMATS)[number];

export const listAuditOperation = defineOperation({
  id: "listAudit",
  method: "GET",
  path: "/api/audit",
  summary: "Who decided what about money and rights in the team, newest first.",
  access: READ,
  query: auditFilterSchema.extend({
    cursor: z.coerce.number().int().min(1).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  response: auditPageSchema,
});

export const verifyAuditOperation = defineOperation({
  id: "verifyAudit",
  method: "GET",
  path: "/api/audit/chain",
  summary: "Whether every entry of the team's audit log is as it was written; reads all of it.",
  access: READ,
  rateClass: "write",
  response: auditChainSchema,
});

export const exportAuditOperation = defineOperation({
  id: "exportAudit",
  method: "GET",
  path: "/api/audit/export",
  summary:
    "The team's whole audit log as a file, oldest first; with the hashes, so that it can be verified. Is recorded.",
  access: READ,
  audit: "audit.exported",
  rateClass: "write",
  query: z.strictObject({ format: z.enum(AUDIT_FORMATS) }),
  response: "stream",
});
