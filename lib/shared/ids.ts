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
  draft: "draft",
  upload: "upload",
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

const nextUlid = monotonicFactory(nextRandom);

const randomBytes = new Uint8Array(4_096);
let unusedBytes = 0;

/** From 0 to 1, of which the identifier keeps five bits. Drawn in advance: sixteen calls for one id cost more than its row. */
function nextRandom(): number {
  if (unusedBytes === 0) unusedBytes = crypto.getRandomValues(randomBytes).length;
  unusedBytes -= 1;
  return (randomBytes[unusedBytes] ?? 0) / 256;
}

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
