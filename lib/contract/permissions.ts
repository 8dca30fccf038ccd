/** Roles of a person in a team, the mightiest first. */
export const ROLES = ["owner", "admin", "creator", "viewer"] as const;

export type Role = (typeof ROLES)[number];

/** Scopes of a gateway key. */
export const KEY_SCOPES = ["read", "create"] as const;

export type KeyScope = (typeof KEY_SCOPES)[number];

/** Who acts: a signed-in member of a team, or a gateway key that a member made. */
export type Principal =
  | {
      readonly kind: "member";
      readonly teamId: string;
      readonly userId: string;
      readonly memberId: string;
      readonly role: Role;
    }
  | {
      readonly kind: "api_key";
      readonly teamId: string;
      readonly keyId: string;
      readonly userId: string;
      readonly scope: KeyScope;
    };

type Reach = "any" | "own" | "none";

type Column = Role | `key_${KeyScope}`;

const COLUMNS = [
  "owner",
  "admin",
  "creator",
  "viewer",
  "key_read",
  "key_create",
] as const satisfies readonly Column[];

/** The authorization matrix: any = any object of the team, own = only what the principal made. */
const MATRIX = {
  "team.read": ["any", "any", "any", "any", "any", "any"],
  "team.update": ["any", "any", "none", "none", "none", "none"],
  "member.read": ["any", "any", "any", "any", "none", "none"],
  "member.invite": ["any", "any", "none", "none", "none", "none"],
  "member.remove": ["any", "any", "none", "none", "none", "none"],
  "member.set_role": ["any", "any", "none", "none", "none", "none"],
  "member.leave": ["any", "any", "any", "any", "none", "none"],
  "task.create": ["any", "any", "any", "none", "none", "any"],
  "task.read": ["any", "any", "any", "any", "any", "any"],
  "task.cancel": ["any", "any", "own", "none", "none", "own"],
  "task.retry": ["any", "any", "own", "none", "none", "own"],
  "task.trash": ["any", "any", "own", "none", "none", "own"],
  "task.prioritize": ["any", "any", "own", "none", "none", "none"],
  "task.decide_unknown": ["any", "any", "own", "none", "none", "none"],
  "task.adopt": ["any", "any", "any", "none", "none", "none"],
  "connection.read": ["any", "any", "any", "any", "none", "none"],
  "connection.manage": ["any", "any", "none", "none", "none", "none"],
  "webhook.manage": ["any", "any", "none", "none", "none", "none"],
  "asset.upload": ["any", "any", "any", "none", "none", "any"],
  "asset.read": ["any", "any", "any", "any", "any", "any"],
  "asset.rename": ["any", "any", "any", "none", "none", "own"],
  "asset.delete": ["any", "any", "own", "none", "none", "own"],
  "draft.read": ["any", "any", "any", "any", "none", "none"],
  "draft.edit": ["any", "any", "any", "none", "none", "none"],
  "draft.share": ["own", "own", "own", "none", "none", "none"],
  "draft.trash": ["any", "any", "own", "none", "none", "none"],
  "library.read": ["any", "any", "any", "any", "none", "none"],
  "library.delete": ["any", "any", "own", "none", "none", "none"],
  "api_key.manage": ["any", "any", "own", "none", "none", "none"],
  "audit.read": ["any", "any", "none", "none", "none", "none"],
  "stream.read": ["any", "any", "any", "any", "any", "any"],
} as const satisfies Record<string, readonly Reach[]>;

export type Action = keyof typeof MATRIX;

export const ACTIONS = Object.keys(MATRIX) as readonly Action[]; // Object.keys forgets the literal keys

/** How far a principal's role or scope carries for an action. */
export function reachOf(principal: Principal, action: Action): Reach {
  const column: Column = principal.kind === "member" ? principal.role : `key_${principal.scope}`;
  return MATRIX[action][COLUMNS.indexOf(column)] ?? "none";
}

/**
 * Whether this principal may do this, to this object when there is one. Pure: handlers, the worker and the
 * screens all ask here. Tenancy is not decided here: every query carries the team.
 */
export function can(
  principal: Principal,
  action: Action,
  object?: { readonly ownerId: string | null },
): boolean {
  const reach = reachOf(principal, action);
  if (reach === "any") return true;
  if (reach === "none") return false;
  return object === undefined || object.ownerId === principal.userId;
}
