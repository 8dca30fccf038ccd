import { createHmac } from "node:crypto";

const SECRET_PREFIX = "whsec_";

type Message = {
  /** The same for every attempt to deliver one message: receivers know duplicates by it. */
  readonly id: string;
  /** Unix seconds of this attempt; receivers refuse what is older than five minutes. */
  readonly timestamp: number;
  readonly body: string;
};

/**
 * The headers of Standard Webhooks for a message, as Kling signs its callbacks (off-cn, api-reference §1.7). Each secret signs: while
 * one is being replaced, a receiver that knows either finds its signature.
 */
export function signatureHeaders(
  secrets: readonly string[],
  { id, timestamp, body }: Message,
): Record<string, string> {
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(SECRET_PREFIX.length), "base64");
    return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
  });
  return {
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": signatures.join(" "),
  };
}

/** A key in the spelling of Standard Webhooks. */
export function secretOf(key: Buffer): string {
  return SECRET_PREFIX + key.toString("base64");
}
