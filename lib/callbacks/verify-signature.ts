import { createHmac, timingSafeEqual } from "node:crypto";

/** Why a message is not believed. */
export type SignatureFault = "unsigned" | "stale" | "bad_signature";

export type SignatureVerdict =
  /** The same for every repetition of one message. */
  { readonly ok: true; readonly messageId: string } | { readonly ok: false; readonly fault: SignatureFault };

type Received = {
  readonly headers: Headers;
  readonly body: Uint8Array;
  readonly now: Date;
};

/** How far the sender's clock and ours may be apart, and how long a message may travel (api-reference §1.7). */
const WINDOW_MS = 5 * 60 * 1000;
const MAX_ID_CHARACTERS = 256;

/**
 * Checks a callback that Kling signed (off-cn, api-reference §1.7). Of several signatures one must be right: while upstream
 * replaces its secret, it signs with both.
 */
export function verifySignature(secret: string, { headers, body, now }: Received): SignatureVerdict {
  const id = headers.get("webhook-id") ?? "";
  const timestamp = headers.get("webhook-timestamp") ?? "";
  const signatures = headers.get("webhook-signature") ?? "";
  if (id === "" || id.length > MAX_ID_CHARACTERS || !/^\d{1,12}$/.test(timestamp) || signatures === "") {
    return { ok: false, fault: "unsigned" };
  }
  const key = keyOf(secret);
  const expected = createHmac("sha256", key).update(`${id}.${timestamp}.`).update(body).digest();
  // A secret that is no key must not let in who signs with none.
  const isRight =
    key.length > 0 && signatures.split(" ").some((signature) => isSignature(signature, expected));
  if (!isRight) return { ok: false, fault: "bad_signature" };
  if (Math.abs(now.getTime() - Number(timestamp) * 1000) > WINDOW_MS) return { ok: false, fault: "stale" };
  return { ok: true, messageId: id };
}

function keyOf(secret: string): Buffer {
  return Buffer.from(secret.replace(/^whsec_/, ""), "base64");
}

function isSignature(text: string, expected: Buffer): boolean {
  if (!text.startsWith("v1,")) return false;
  const given = Buffer.from(text.slice("v1,".length), "base64");
  return given.length === expected.length && timingSafeEqual(given, expected);
}
