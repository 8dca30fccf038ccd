import type { NewBlob } from "./blob-store.ts";

const KEY = /^[0-9a-f]{2}\/([0-9a-f]{64})\.[a-z0-9]{1,5}$/;

export function keyOf({ sha256, extension }: Pick<NewBlob, "sha256" | "extension">): string {
  return `${sha256.slice(0, 2)}/${sha256}.${extension}`;
}

export function isBlobKey(text: string): boolean {
  return KEY.test(text);
}

/** What the key promises of its bytes, lowercase hex. Throws for what is not a key, so that no path leaves the store. */
export function sha256Of(key: string): string {
  const [, sha256] = KEY.exec(key) ?? [];
  if (sha256 === undefined) throw new Error(`not a blob key: ${key}`);
  return sha256;
}
