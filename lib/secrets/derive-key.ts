import { hkdfSync } from "node:crypto";

/** What a key made from the master key is for. A key of one purpose never serves another. */
export type KeyPurpose = "seal v1" | "invitation link v1" | "result link v1";

/** 256 bits for one purpose; the same master key always gives the same key. */
export function deriveKey(masterKey: string, purpose: KeyPurpose): Buffer {
  return Buffer.from(hkdfSync("sha256", masterKey, "framewright", purpose, 32));
}
