import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "#lib/env.ts";
import { isId } from "#lib/shared/ids.ts";
import { deriveKey } from "./derive-key.ts";

/** What an upstream may tell of: one paid try of one task. */
export type CallbackTarget = { readonly taskId: string; readonly paidTry: number };

/** 192 bits of the MAC: the id is known to whoever sees the order. */
const MAC_CHARACTERS = 32;

/** What the address of a paid try's callbacks carries: nothing is stored, and nobody can make one up. */
export function callbackToken(target: CallbackTarget): string {
  return tokenUnder(env.MASTER_KEY, target);
}

/** What a token was made for, or null when this instance did not make it. Also under the master key that is being replaced. */
export function callbackTargetOf(token: string): CallbackTarget | null {
  const [taskId = "", paidTryText = ""] = token.split("-", 2);
  if (!isId("task", taskId) || !/^[1-9]\d{0,8}$/.test(paidTryText)) return null;
  const target = { taskId, paidTry: Number(paidTryText) };
  const keys = [env.MASTER_KEY, env.MASTER_KEY_PREVIOUS].filter((key) => key !== undefined);
  return keys.some((key) => isSame(token, tokenUnder(key, target))) ? target : null;
}

function tokenUnder(masterKey: string, { taskId, paidTry }: CallbackTarget): string {
  const named = `${taskId}-${paidTry}`;
  const key = deriveKey(masterKey, "callback token v1");
  const mac = createHmac("sha256", key).update(named).digest("base64url").slice(0, MAC_CHARACTERS);
  return `${named}-${mac}`;
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
