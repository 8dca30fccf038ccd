import type { BlobStore, ByteRange, PartPlace } from "./blob-store.ts";
import { webStream } from "./web-stream.ts";

/**
 * The first store, which takes everything new; what it does not have is read from the second one. For the time between
 * a change of the setting and the end of the move (ADR 021).
 */
export function fallbackBlobStore(first: BlobStore, second: BlobStore): BlobStore {
  const holderOf = async (key: string) => ((await first.size(key)) === null ? second : first);
  return {
    ...first,
    size: async (key) => (await first.size(key)) ?? second.size(key),
    open: (key, range) => webStream(chunksOf({ first, second, key, range })),
    read: async (key) => (await holderOf(key)).read(key),
    hash: async (key) => (await holderOf(key)).hash(key),
    parts: {
      ...first.parts,
      open: (part) => webStream(partOf(part, { first, second })),
      async removeAll(uploadId) {
        await first.parts.removeAll(uploadId);
        await second.parts.removeAll(uploadId);
      },
      async *list() {
        yield* first.parts.list();
        yield* second.parts.list();
      },
    },
  };
}

type Reading = {
  readonly first: BlobStore;
  readonly second: BlobStore;
  readonly key: string;
  readonly range: ByteRange | undefined;
};

/** The second store is asked only after the first has failed before its first byte: the usual read costs one call. */
async function* chunksOf({ first, second, key, range }: Reading): AsyncGenerator<Uint8Array> {
  let hasBegun = false;
  try {
    for await (const chunk of first.open(key, range)) {
      hasBegun = true;
      yield chunk;
    }
  } catch (error) {
    if (hasBegun || (await first.size(key)) !== null) throw error;
    yield* second.open(key, range);
  }
}

/** An upload may have begun before the setting was changed. */
async function* partOf(
  part: PartPlace,
  { first, second }: { readonly first: BlobStore; readonly second: BlobStore },
): AsyncGenerator<Uint8Array> {
  let hasBegun = false;
  try {
    for await (const chunk of first.parts.open(part)) {
      hasBegun = true;
      yield chunk;
    }
  } catch (error) {
    if (hasBegun) throw error;
    yield* second.parts.open(part);
  }
}
