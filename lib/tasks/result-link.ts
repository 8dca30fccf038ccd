import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "#lib/env.ts";
import { deriveKey } from "#lib/secrets/derive-key.ts";

/** As long as Kling keeps results. The link goes through the app, so trashing the clip ends it earlier. */
export const RESULT_LINK_DAYS = 30;

const DAY_MS = 24 * 60 * 60 * 1000;

/** An absolute address that plays without a key or a cookie, for the clients of the gateway. */
export function resultLinkTo(assetId: string, now: Date): string {
  const expires = String(Math.floor(now.getTime() / 1000) + (RESULT_LINK_DAYS * DAY_MS) / 1000);
  const query = new URLSearchParams({ expires, signature: sign(assetId, expires) });
  return `${env.PUBLIC_URL}/v1/files/${assetId}?${query}`;
}

/** Whether this address was made by us, for this file, and is still good. */
export function isGoodResultLink(assetId: string, query: URLSearchParams, now: Date): boolean {
  const expires = query.get("expires") ?? "";
  if (!/^\d{1,12}$/.test(expires) || Number(expires) * 1000 < now.getTime()) return false;
  const given = Buffer.from(query.get("signature") ?? "", "base64url");
  const expected = Buffer.from(sign(assetId, expires), "base64url");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function sign(assetId: string, expires: string): string {
  const key = deriveKey(env.MASTER_KEY, "result link v1");
  return createHmac("sha256", key).update(`GET\n${assetId}\n${expires}`).digest("base64url");
}
