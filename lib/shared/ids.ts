import { monotonicFactory } from "ulid";

/** One prefix per kind of row; the prefix makes an id readable in a log and refuses a mix-up at the door. */
export const ID_PREFIXES = {
  user: "user",
  session: "session",
  account: "account",
  verification: "verification",
  rateLimit: "limit",
  team: "team",
  member: "member",
  invitation: "invitation",
  apiKey: "key",
  connection: "connection",
  task: "task",
  taskOutput: "output",
  sandboxTask: "sandbox",
  sandboxSession: "selection",
  asset: "asset",
  element: "element",
  voice: "voice",
  mediaSession: "media",
  callbackDelivery: "delivery",
  webhook: "webhook",
  webhookDelivery: "message",
  budget: "budget",
  ledgerEntry: "ledger",
  worker: "worker",
  request: "req",
} as const;

export type IdKind = keyof typeof ID_PREFIXES;

const nextUlid = monotonicFactory();

/** A prefixed ULID, e.g. `task_01JCQ…`: sorts by creation time, 80 random bits. Not a secret. */
export function newId(kind: IdKind): string {
  return `${ID_PREFIXES[kind]}_${nextUlid()}`;
}

/** Whether a text has the shape of an id of this kind; says nothing about whether the row exists. */
export function isId(kind: IdKind, text: string): boolean {
  return (
    text.startsWith(`${ID_PREFIXES[kind]}_`) &&
    /^[0-9A-HJKMNP-TV-Z]{26}$/.test(text.slice(ID_PREFIXES[kind].length + 1))
  );
}
