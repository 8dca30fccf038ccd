import { setImmediate as nextTurn } from "node:timers/promises";
import type { StreamFrame } from "#lib/contract/events.ts";
import type { FeedListener } from "#lib/queue/feed-listener.ts";
import { readFeed } from "./read-feed.ts";

type FollowFeed = {
  readonly teamId: string;
  /** The newest number that the reader knows. */
  readonly after: number;
  readonly listener: FeedListener;
  readonly signal: AbortSignal;
};

/** Without hints a stream looks this often; with them only now and then, in case one was lost. */
const LOOK_WITHOUT_HINTS_MS = 2_000;
const LOOK_WITH_HINTS_MS = 10_000;

/**
 * The team's frames after a number, for as long as the reader wants: in order, each once, none left out. An empty list
 * says that nothing happened for a while.
 */
export async function* followFeed({
  teamId,
  after,
  listener,
  signal,
}: FollowFeed): AsyncGenerator<StreamFrame[]> {
  let wake = () => {};
  let isHinted = false;
  const unsubscribe = listener.subscribe(teamId, () => {
    isHinted = true;
    wake();
  });
  try {
    let known = after;
    while (!signal.aborted) {
      isHinted = false; // before the look: a hint that comes during it leads to another one
      const frames = await readShared(teamId, known);
      known = frames.at(-1)?.event.seq ?? known;
      yield frames;
      if (frames.length > 0 || isHinted || signal.aborted) continue;
      const waitMs = listener.isListening() ? LOOK_WITH_HINTS_MS : LOOK_WITHOUT_HINTS_MS;
      await hintWithin(waitMs, { signal, onWait: (resolve) => (wake = resolve) });
    }
  } finally {
    unsubscribe();
  }
}

type Wait = { readonly signal: AbortSignal; readonly onWait: (resolve: () => void) => void };

function hintWithin(waitMs: number, { signal, onWait }: Wait): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, waitMs);
    signal.addEventListener("abort", done, { once: true });
    onWait(done);
  });
}

const aboutToRead = new Map<string, Promise<StreamFrame[]>>();

/**
 * Readers that know equally much ask at the same moment, when the hint comes: one look at the database serves them all.
 * Nobody joins a look that has begun, because it may not see what the joiner was hinted at.
 */
function readShared(teamId: string, after: number): Promise<StreamFrame[]> {
  const key = `${teamId} ${after}`;
  const shared = aboutToRead.get(key) ?? readSoon(key, { teamId, after });
  aboutToRead.set(key, shared);
  return shared;
}

async function readSoon(key: string, wanted: { teamId: string; after: number }): Promise<StreamFrame[]> {
  await nextTurn();
  aboutToRead.delete(key);
  return readFeed(wanted);
}
