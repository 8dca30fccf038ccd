import { AsyncLocalStorage } from "node:async_hooks";
import type { AuditActorKind } from "#lib/contract/audit-actions.ts";
import type { Principal } from "#lib/contract/permissions.ts";

export type Actor = { readonly kind: AuditActorKind; readonly id: string | null };

/** On whose behalf something is done, as the door that let them in knows it. */
export type Acting = {
  /** Null where nobody has said who they are: the use case knows better, or it is the system itself. */
  readonly actor: Actor | null;
  readonly requestId: string | null;
};

export const OPERATOR: Actor = { kind: "operator", id: null };
export const SYSTEM: Actor = { kind: "system", id: null };

// One per process, also where the web process holds this module twice.
const held = globalThis as { framewrightActing?: AsyncLocalStorage<Acting> };
held.framewrightActing ??= new AsyncLocalStorage<Acting>();
const storage = held.framewrightActing;

/** Does `work` on behalf of somebody: the audit log tells whom, without every use case handing it on. */
export function actAs<T>(acting: Acting, work: () => T): T {
  return storage.run(acting, work);
}

export function actingNow(): Acting {
  return storage.getStore() ?? { actor: null, requestId: null };
}

export function personOf(userId: string): Actor {
  return { kind: "person", id: userId };
}

/** A key acts by itself; whoever made it can be found by its id. */
export function actorOf(principal: Principal): Actor {
  return principal.kind === "member" ? personOf(principal.userId) : { kind: "api_key", id: principal.keyId };
}
