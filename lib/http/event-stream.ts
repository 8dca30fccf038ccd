import type { StreamFrame } from "#lib/contract/events.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import { log } from "#lib/log.ts";
import { feedListener } from "#lib/queue/feed-listener.ts";
import { AppError } from "#lib/shared/errors.ts";
import { followFeed } from "#lib/tasks/follow-feed.ts";
import { lastSeqOf } from "#lib/tasks/read-feed.ts";
import { LEAVING } from "./leaving.ts";

type EventStream = {
  readonly request: Request;
  readonly caller: Principal;
  /** From the query; the `Last-Event-ID` of a reconnecting browser goes before it. */
  readonly after: number | undefined;
  /** Asks anew whether this caller may still read: people are removed, sessions end. */
  readonly isStillAllowed: () => Promise<boolean>;
};

/** How long a removed member's stream can go on, at most. */
const ASK_AGAIN_MS = 15_000;
const MAX_STREAMS_PER_USER = 6;

const streamsByUser = new Map<string, number>();

/**
 * The team's feed as server-sent events. The stream is written only as fast as it is read, a comment keeps it alive when
 * nothing happens, and it ends by itself when the caller may no longer read and when this process is to end: its reader then goes
 * on with another one.
 * @throws AppError rate_limited for a user's seventh stream on this process
 */
export async function eventStream({
  request,
  caller,
  after,
  isStillAllowed,
}: EventStream): Promise<Response> {
  const release = takeStream(caller.userId);
  const ending = new AbortController();
  const end = () => {
    LEAVING.unsubscribe(end);
    ending.abort();
    release();
  };
  LEAVING.subscribe(end);
  request.signal.addEventListener("abort", end, { once: true });
  try {
    const from = lastEventIdOf(request) ?? after ?? (await lastSeqOf(caller.teamId));
    const listener = feedListener();
    const feed = followFeed({ teamId: caller.teamId, after: from, listener, signal: ending.signal });
    const lines = writeLines(feed, { isStillAllowed });
    return new Response(streamOf(lines, end), { headers: HEADERS });
  } catch (error) {
    end();
    throw error;
  }
}

const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  // Proxies must pass each event on as it comes.
  "x-accel-buffering": "no",
};

function takeStream(userId: string): () => void {
  const open = streamsByUser.get(userId) ?? 0;
  if (open >= MAX_STREAMS_PER_USER) {
    throw new AppError("rate_limited", "Too many event streams are open.", {
      details: { retryAfterSeconds: 30 },
    });
  }
  streamsByUser.set(userId, open + 1);
  let isReleased = false;
  return () => {
    if (isReleased) return;
    isReleased = true;
    const left = (streamsByUser.get(userId) ?? 1) - 1;
    if (left > 0) streamsByUser.set(userId, left);
    else streamsByUser.delete(userId);
  };
}

function lastEventIdOf(request: Request): number | undefined {
  const text = request.headers.get("last-event-id") ?? "";
  return /^\d{1,10}$/.test(text) ? Number(text) : undefined;
}

async function* writeLines(
  feed: AsyncGenerator<StreamFrame[]>,
  { isStillAllowed }: Pick<EventStream, "isStillAllowed">,
): AsyncGenerator<string> {
  let askedAtMs = performance.now();
  for await (const frames of feed) {
    if (performance.now() - askedAtMs > ASK_AGAIN_MS) {
      if (!(await isStillAllowed())) return;
      askedAtMs = performance.now();
    }
    yield frames.length === 0 ? ": nothing new\n\n" : frames.map(frameText).join("");
  }
}

function frameText(frame: StreamFrame): string {
  return `id: ${frame.event.seq}\ndata: ${JSON.stringify(frame)}\n\n`;
}

function streamOf(lines: AsyncGenerator<string>, end: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let hasLeft = false;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await lines.next();
        if (hasLeft) return; // the reader went while we waited; there is nobody to tell
        if (!done) return controller.enqueue(encoder.encode(value));
        end();
        controller.close();
      } catch (error) {
        log.warn({ err: error }, "an event stream broke off"); // the browser resumes from its last id
        end();
        controller.error(error);
      }
    },
    async cancel() {
      hasLeft = true;
      end();
      await lines.return(undefined);
    },
  });
}
