import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "#lib/env.ts";
import { deriveKey } from "#lib/secrets/derive-key.ts";

/** What a link opens. Each has a key of its own, so that a link to a result opens no input, nor the other way round. */
type Purpose = "result" | "input";

type FileLink = { readonly purpose: Purpose; readonly assetId: string };

/** An absolute address that needs neither a key nor a cookie, for one file and for reading only. */
export function signedLinkTo(
  link: FileLink,
  { now, seconds }: { readonly now: Date; readonly seconds: number },
) {
  const expires = String(Math.floor(now.getTime() / 1000) + seconds);
  const query = new URLSearchParams({ expires, signature: sign(link, expires) });
  return `${env.PUBLIC_URL}/v1/files/${link.assetId}?${query}`;
}

/** Whether an address with this query was made by us for this purpose and file, and is still good. */
export function isGoodLink(
  link: FileLink,
  { query, now }: { readonly query: URLSearchParams; readonly now: Date },
) {
  const expires = query.get("expires") ?? "";
  if (!/^\d{1,12}$/.test(expires) || Number(expires) * 1000 < now.getTime()) return false;
  const given = Buffer.from(query.get("signature") ?? "", "base64url");
  const expected = Buffer.from(sign(link, expires), "base64url");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function sign({ purpose, assetId }: FileLink, expires: string): string {
  const key = deriveKey(env.MASTER_KEY, `${purpose} link v1`);
  return createHmac("sha256", key).update(`GET\n${assetId}\n${expires}`).digest("base64url");
}
