import { hkdfSync } from "node:crypto";

/** What a key made from the master key is for. A key of one purpose never serves another. */
export type KeyPurpose =
  | "key id v1"
  | "wrap v1"
  | "seal v1"
  | "invitation link v1"
  | "result link v1"
  | "input link v1"
  | "callback token v1"
  | "callback signature v1";

/** 256 bits for one purpose, and for one `owner` where each has a key of its own; the same master key always gives the same key. */
export function deriveKey(masterKey: string, purpose: KeyPurpose, owner = ""): Buffer {
  return Buffer.from(hkdfSync("sha256", masterKey, "framewright", purpose + owner, 32));
}
