import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { env } from "#lib/env.ts";
import { deriveKey } from "./derive-key.ts";

const VERSION = "v1";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts a secret for a column of the database with AES-256-GCM under the instance's master key.
 * `context` names the place, e.g. `["ApiKey", id, teamId, "secretKey"]`: a sealed text that is copied to
 * another row or another team does not open there.
 */
export function seal(secret: string, context: readonly string[]): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", sealingKey(), nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(contextBytes(context));
  const sealed = Buffer.concat([nonce, cipher.update(secret, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `${VERSION}.${sealed.toString("base64url")}`;
}

/**
 * The secret that `seal` was given.
 * @throws a plain Error when the text was altered, belongs elsewhere or was sealed with another master key
 */
export function open(sealed: string, context: readonly string[]): string {
  const [version, encoded] = sealed.split(".");
  if (version !== VERSION || encoded === undefined) throw new Error("not a sealed secret of a known version");
  const bytes = Buffer.from(encoded, "base64url");
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", sealingKey(), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(contextBytes(context));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  const text = bytes.subarray(NONCE_BYTES, -TAG_BYTES);
  return Buffer.concat([decipher.update(text), decipher.final()]).toString("utf8");
}

function sealingKey(): Buffer {
  return deriveKey(env.MASTER_KEY, "seal v1");
}

/** JSON, so that no two lists of names give the same bytes. */
function contextBytes(context: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify([VERSION, ...context]), "utf8");
}
