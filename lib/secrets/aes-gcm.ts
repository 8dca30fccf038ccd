import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

type Lock = {
  /** 256 bits. */
  readonly key: Buffer;
  /** What is not secret but must be the same when it is opened. */
  readonly aad: Buffer;
};

/** AES-256-GCM under a fresh random nonce: nonce, text and tag. */
export function encrypt(bytes: Buffer, { key, aad }: Lock): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(aad);
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** What `encrypt` was given. @throws a plain Error for another key, other `aad` or a single changed bit */
export function decrypt(sealed: Buffer, { key, aad }: Lock): Buffer {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(aad);
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
}
