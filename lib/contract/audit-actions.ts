/** Things that an entry can be about, as the log names them. */
type AuditObject =
  | "person"
  | "team"
  | "invitation"
  | "api_key"
  | "connection"
  | "webhook"
  | "callback_secret"
  | "budget"
  | "task"
  | "asset"
  | "element"
  | "voice"
  | "audit"
  | "instance";

type ActionRow = { readonly object: AuditObject; readonly details: readonly string[] };

/**
 * Everything that the audit log records: what it is about, and the only details that are kept of it. No secret, and nothing by
 * which a person is known but their id: what was written stays for good, also when their account is gone.
 */
export const AUDIT_TABLE = {
  "session.opened": { object: "person", details: [] },
  "session.refused": { object: "person", details: [] },
  "password.changed": { object: "person", details: [] },
  "password.reset": { object: "person", details: [] },
  "team.created": { object: "team", details: [] },
  "team.renamed": { object: "team", details: ["from", "to"] },
  "team.fail_over_set": { object: "team", details: ["mayFailOver", "extraUnits"] },
  "member.invited": { object: "invitation", details: ["role"] },
  "member.invitation_canceled": { object: "invitation", details: [] },
  "member.joined": { object: "person", details: ["role"] },
  "member.role_changed": { object: "person", details: ["from", "to"] },
  "member.removed": { object: "person", details: ["role"] },
  "member.left": { object: "person", details: ["role"] },
  "api_key.created": { object: "api_key", details: ["scope", "expiresAt", "budgetUnits"] },
  "api_key.revoked": { object: "api_key", details: [] },
  "connection.created": { object: "connection", details: ["preset"] },
  "connection.changed": { object: "connection", details: ["fields"] },
  "connection.credential_replaced": { object: "connection", details: ["fields"] },
  "connection.reordered": { object: "team", details: ["order"] },
  "connection.paused": { object: "connection", details: [] },
  "connection.resumed": { object: "connection", details: [] },
  "connection.removed": { object: "connection", details: [] },
  "webhook.created": { object: "webhook", details: ["host", "events"] },
  "webhook.changed": { object: "webhook", details: ["fields"] },
  "webhook.secret_rotated": { object: "webhook", details: ["host"] },
  "webhook.removed": { object: "webhook", details: ["host"] },
  "callback_secret.rotated": { object: "callback_secret", details: ["version"] },
  "budget.set": { object: "budget", details: ["scope", "capUnits"] },
  "task.decided": { object: "task", details: ["decision", "wasCharged"] },
  "task.adopted": { object: "task", details: ["kind"] },
  "task.canceled": { object: "task", details: [] },
  "task.retried": { object: "task", details: ["paidTry"] },
  "task.trashed": { object: "task", details: [] },
  "task.restored": { object: "task", details: [] },
  "asset.removed": { object: "asset", details: ["isForced"] },
  "asset.restored": { object: "asset", details: [] },
  "element.removed": { object: "element", details: [] },
  "voice.removed": { object: "voice", details: [] },
  "audit.exported": { object: "audit", details: ["format"] },
  "master_key.rotated": { object: "instance", details: ["resealed"] },
  "backup.restored": { object: "instance", details: ["backupOf", "brokenChains"] },
} as const satisfies Record<string, ActionRow>;

export type AuditAction = keyof typeof AUDIT_TABLE;

export const AUDIT_ACTIONS = Object.keys(AUDIT_TABLE) as readonly AuditAction[]; // Object.keys forgets the literal keys

/** The details that an action may carry. */
export type AuditDetailOf<A extends AuditAction> = (typeof AUDIT_TABLE)[A]["details"][number];

export type AuditValue = string | number | boolean | null | readonly string[];

/** Who did it. `anonymous`: whoever tried, and was not let in. */
export const AUDIT_ACTOR_KINDS = ["person", "api_key", "operator", "system", "anonymous"] as const;

export type AuditActorKind = (typeof AUDIT_ACTOR_KINDS)[number];

/** What an operation leaves in the log: one entry of one of these kinds, or nothing, for this reason. */
export type Audited = AuditAction | readonly AuditAction[] | { readonly none: string };

/** The chain of what belongs to no team. */
export const INSTANCE_CHAIN = "instance";
