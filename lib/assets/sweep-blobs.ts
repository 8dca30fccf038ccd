import { log } from "#lib/log.ts";
import type { BlobStore, StoredBlob } from "#lib/storage/blob-store.ts";
import { namedAmong } from "./named-blobs.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Lower bound: a file is published before its row exists, and no step takes days between the two. */
const YOUNG_MS = 7 * DAY_MS;
/** How long something is only out of use, in case that a row names it after all. */
const ASIDE_MS = 14 * DAY_MS;
/** Keys that one question to the database is about. */
const BATCH = 20_000;
/** Put aside in one sweep; the next one goes on. */
const MOST = 10_000;
/** With so many, and more than half of all, the rows are not those of this store. */
const SUSPICIOUS = 100;

export type Swept = { readonly putAside: number; readonly broughtBack: number; readonly discarded: number };

/**
 * Takes blobs that no row names out of use, and removes them for good a fortnight later (ADR 030). What a row names by then is brought
 * back: a file may be published a second time while it is being put aside.
 */
export async function sweepBlobs(store: BlobStore, now: Date): Promise<Swept> {
  const { broughtBack, discarded } = await clearAside(store, now);
  const { unnamed, seen } = await findUnnamed(store, now);
  if (unnamed.length > SUSPICIOUS && unnamed.length * 2 > seen) {
    log.error(
      { unnamed: unnamed.length, seen },
      "the media store does not belong to this database: no sweep",
    );
    return { putAside: 0, broughtBack, discarded };
  }
  for (const key of unnamed) await store.aside.put(key);
  const late = await namedAmong(unnamed); // a row that came meanwhile
  for (const key of late) await store.aside.bringBack(key);
  return { putAside: unnamed.length - late.size, broughtBack, discarded };
}

async function clearAside({ aside }: BlobStore, now: Date): Promise<Omit<Swept, "putAside">> {
  let [broughtBack, discarded] = [0, 0];
  for await (const batch of batchesOf(aside.list())) {
    const named = await namedAmong(batch.map(({ key }) => key));
    for (const blob of batch) {
      if (named.has(blob.key)) {
        await aside.bringBack(blob.key);
        broughtBack += 1;
      } else if (ageMs(blob, now) > ASIDE_MS) {
        await aside.discard(blob.key);
        discarded += 1;
      }
    }
  }
  return { broughtBack, discarded };
}

/** Keys of old blobs that no row names, and how many old ones were looked at. */
async function findUnnamed(store: BlobStore, now: Date): Promise<{ unnamed: string[]; seen: number }> {
  const unnamed: string[] = [];
  let seen = 0;
  for await (const batch of batchesOf(store.list())) {
    const keys = batch.filter((blob) => ageMs(blob, now) > YOUNG_MS).map(({ key }) => key);
    const named = await namedAmong(keys);
    unnamed.push(...keys.filter((key) => !named.has(key)));
    seen += keys.length;
    if (unnamed.length >= MOST) break;
  }
  return { unnamed: unnamed.slice(0, MOST), seen };
}

function ageMs({ writtenAt }: StoredBlob, now: Date): number {
  return now.getTime() - writtenAt.getTime();
}

async function* batchesOf(blobs: AsyncIterable<StoredBlob>): AsyncGenerator<readonly StoredBlob[]> {
  let batch: StoredBlob[] = [];
  for await (const blob of blobs) {
    batch.push(blob);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
