import { randomBytes } from "node:crypto";
import { decrypt, encrypt } from "./aes-gcm.ts";
import { MASTER_KEYS, type MasterKey, type MasterKeys } from "./master-keys.ts";

const VERSION = "v2";
const DATA_KEY_BYTES = 32;

/**
 * Encrypts a secret for a column of the database: AES-256-GCM under a key of its own, which is itself encrypted under the active
 * master key. `context` names the place, e.g. `["ApiKey", id, teamId, "secretKey"]`: a sealed text that is copied to another row or
 * another team does not open there.
 */
export function seal(secret: string, context: readonly string[], [active]: MasterKeys = MASTER_KEYS): string {
  const key = randomBytes(DATA_KEY_BYTES);
  const text = encrypt(Buffer.from(secret, "utf8"), { key, aad: aadOf([VERSION, ...context]) });
  return written({ keyId: active.id, wrapped: wrap(key, active), text });
}

/**
 * The secret that `seal` was given.
 * @throws a plain Error when the text was altered, belongs elsewhere or was sealed with a master key that is not here
 */
export function open(sealed: string, context: readonly string[], keys: MasterKeys = MASTER_KEYS): string {
  if (sealed.startsWith("v1.")) return openFirstVersion(sealed, context, keys);
  const { keyId, wrapped, text } = read(sealed);
  const key = unwrap(wrapped, keyOf(keyId, keys));
  return decrypt(text, { key, aad: aadOf([VERSION, ...context]) }).toString("utf8");
}

/**
 * The same secret under the active master key; as it is when it is already. Only its key is encrypted anew: the secret itself stays
 * closed, except for a text of the first version, which had no key of its own.
 * @throws a plain Error as `open` does
 */
export function reseal(sealed: string, context: readonly string[], keys: MasterKeys = MASTER_KEYS): string {
  if (sealed.startsWith("v1.")) return seal(openFirstVersion(sealed, context, keys), context, keys);
  const { keyId, wrapped, text } = read(sealed);
  const [active] = keys;
  if (keyId === active.id) return sealed;
  return written({ keyId: active.id, wrapped: wrap(unwrap(wrapped, keyOf(keyId, keys)), active), text });
}

/** How every text begins that needs no `reseal`. */
export function activePrefix([active]: MasterKeys = MASTER_KEYS): string {
  return `${VERSION}.${active.id}.`;
}

type Sealed = { readonly keyId: string; readonly wrapped: Buffer; readonly text: Buffer };

function written({ keyId, wrapped, text }: Sealed): string {
  return [VERSION, keyId, wrapped.toString("base64url"), text.toString("base64url")].join(".");
}

function read(sealed: string): Sealed {
  const [version, keyId, wrapped, text] = sealed.split(".");
  if (version !== VERSION || keyId === undefined || wrapped === undefined || text === undefined)
    throw new Error("not a sealed secret of a known version");
  return { keyId, wrapped: Buffer.from(wrapped, "base64url"), text: Buffer.from(text, "base64url") };
}

function keyOf(keyId: string, keys: MasterKeys): MasterKey {
  const key = keys.find(({ id }) => id === keyId);
  if (key === undefined) throw new Error(`sealed under the master key ${keyId}, which is not configured`);
  return key;
}

function wrap(dataKey: Buffer, { wrappingKey }: MasterKey): Buffer {
  return encrypt(dataKey, { key: wrappingKey, aad: aadOf([VERSION]) });
}

function unwrap(wrapped: Buffer, { wrappingKey }: MasterKey): Buffer {
  return decrypt(wrapped, { key: wrappingKey, aad: aadOf([VERSION]) });
}

/** Texts of the first version were encrypted under the master key directly and do not say which one. */
function openFirstVersion(sealed: string, context: readonly string[], keys: MasterKeys): string {
  const text = Buffer.from(sealed.slice("v1.".length), "base64url");
  const aad = aadOf(["v1", ...context]);
  const opened = keys.flatMap(({ firstSealingKey }) => openedOrNothing(text, { key: firstSealingKey, aad }));
  if (opened[0] === undefined) throw new Error("altered, of another place, or under an unknown master key");
  return opened[0].toString("utf8");
}

function openedOrNothing(text: Buffer, lock: Parameters<typeof decrypt>[1]): Buffer[] {
  try {
    return [decrypt(text, lock)];
  } catch {
    return []; // the caller tries the next key and throws when none fits
  }
}

/** JSON, so that no two lists of names give the same bytes. */
function aadOf(names: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify(names), "utf8");
}
