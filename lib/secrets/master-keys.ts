import { env } from "#lib/env.ts";
import { deriveKey } from "./derive-key.ts";

/** One master key as sealing uses it. */
export type MasterKey = {
  /** Stands in every text sealed under it, so that a missing key can be named; tells nothing of the key. */
  readonly id: string;
  /** Encrypts the keys of single secrets. */
  readonly wrappingKey: Buffer;
  /** What the first version of sealed texts was encrypted with directly. */
  readonly firstSealingKey: Buffer;
};

/** The active key first; then those that only open. */
export type MasterKeys = readonly [MasterKey, ...MasterKey[]];

const KEY_ID_BYTES = 6;

export function masterKeyOf(masterKey: string): MasterKey {
  return {
    id: deriveKey(masterKey, "key id v1").subarray(0, KEY_ID_BYTES).toString("base64url"),
    wrappingKey: deriveKey(masterKey, "wrap v1"),
    firstSealingKey: deriveKey(masterKey, "seal v1"),
  };
}

/** Those of this instance: MASTER_KEY, and MASTER_KEY_PREVIOUS while one is being replaced. */
export const MASTER_KEYS: MasterKeys = [
  masterKeyOf(env.MASTER_KEY),
  ...(env.MASTER_KEY_PREVIOUS === undefined ? [] : [masterKeyOf(env.MASTER_KEY_PREVIOUS)]),
];
