import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { FEED_CHANNEL } from "./feed-channel.ts";

/** One connection per process on which the database says which team has something new. */
export type FeedListener = {
  /** Calls `onHint` whenever the team may have news; also after the connection was down. @returns how to stop */
  readonly subscribe: (teamId: string, onHint: () => void) => () => void;
  /** False while hints may be missed: then look by yourself. */
  readonly isListening: () => boolean;
  readonly close: () => Promise<void>;
};

const RECONNECT_MS = 1_000;
/** A connection that died without a word is found out by asking. */
const CHECK_EVERY_MS = 10_000;
const CHECK_TIMEOUT_MS = 5_000;

/** Listens until it is closed, through every restart of the database. */
export function listenToFeed(databaseUrl: string): FeedListener {
  const hintsByTeam = new Map<string, Set<() => void>>();
  const closing = new AbortController();
  let isListening = false;
  const hintAll = () => {
    for (const hints of hintsByTeam.values()) for (const hint of hints) hint();
  };
  const running = keepListening(databaseUrl, {
    signal: closing.signal,
    onTeam: (teamId) => {
      for (const hint of hintsByTeam.get(teamId) ?? []) hint();
    },
    onState(listens) {
      isListening = listens;
      if (listens) hintAll();
    },
  });
  return {
    isListening: () => isListening,
    subscribe(teamId, onHint) {
      const hints = hintsByTeam.get(teamId) ?? new Set();
      hintsByTeam.set(teamId, hints.add(onHint));
      return () => {
        hints.delete(onHint);
        if (hints.size === 0 && hintsByTeam.get(teamId) === hints) hintsByTeam.delete(teamId);
      };
    },
    async close() {
      closing.abort();
      await running;
    },
  };
}

type Listening = {
  readonly signal: AbortSignal;
  readonly onTeam: (teamId: string) => void;
  readonly onState: (listens: boolean) => void;
};

async function keepListening(databaseUrl: string, listening: Listening): Promise<void> {
  const { signal, onState } = listening;
  while (!signal.aborted) {
    await listenOnce(databaseUrl, listening).catch((error: unknown) => {
      log.warn({ err: error }, "the feed's connection was lost; streams look by themselves meanwhile");
    });
    onState(false);
    await sleep(RECONNECT_MS, undefined, { signal }).catch(() => undefined); // only an abort ends it early
  }
}

/** Resolves or throws when the connection has ended. */
async function listenOnce(databaseUrl: string, { signal, onTeam, onState }: Listening): Promise<void> {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: "framewright-feed",
    keepAlive: true,
    connectionTimeoutMillis: CHECK_TIMEOUT_MS,
    query_timeout: CHECK_TIMEOUT_MS,
  });
  const lost = Promise.withResolvers<never>();
  lost.promise.catch(() => undefined); // awaited below, but it may break before that
  client.on("error", lost.reject);
  client.on("end", () => lost.reject(new Error("the connection ended")));
  client.on("notification", ({ payload }) => onTeam(payload ?? ""));
  try {
    await client.connect();
    await client.query(`LISTEN ${FEED_CHANNEL}`);
    onState(true);
    while (!signal.aborted) {
      await Promise.race([lost.promise, sleep(CHECK_EVERY_MS, undefined, { signal }).catch(() => undefined)]);
      if (!signal.aborted) await client.query("SELECT 1");
    }
  } finally {
    await client.end().catch(() => undefined); // it may be gone already
  }
}

// One per process, also over the module reloads of `next dev`.
const held = globalThis as { framewrightFeed?: FeedListener | undefined };

export function feedListener(): FeedListener {
  held.framewrightFeed ??= listenToFeed(env.DATABASE_DIRECT_URL ?? env.DATABASE_URL);
  return held.framewrightFeed;
}

/** Gives the connection back; the next stream opens a new one. */
export async function closeFeedListener(): Promise<void> {
  const listener = held.framewrightFeed;
  held.framewrightFeed = undefined;
  await listener?.close();
}
