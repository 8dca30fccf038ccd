import type { StreamFrame } from "#lib/contract/events.ts";

/**
 * `connecting`: not yet, or again for a moment. `live`: everything arrives. `offline`: several tries failed, or
 * this device has no network. `signed_out`: the session is over, trying on is pointless.
 */
export type LiveState = "connecting" | "live" | "offline" | "signed_out";

/** The part of `EventSource` that is needed. */
export type EventStream = {
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent<string>) => void) | null;
  onerror: ((event: Event) => void) | null;
  close(): void;
};

export type LiveDeps = {
  readonly openStream: (url: string) => EventStream;
  /** Asks the server whether the session still counts; rejects when it cannot be reached. */
  readonly isSignedIn: () => Promise<boolean>;
  /** Runs once after the delay; returns how to call it off. */
  readonly schedule: (run: () => void, delayMs: number) => () => void;
  readonly random: () => number;
  readonly nowMs: () => number;
  readonly onFrame: (frame: StreamFrame) => void;
  /** Events before this connection may be missing: what is on screen has to be read again. */
  readonly onGap: () => void;
  readonly onState: (state: LiveState) => void;
};

export type LiveConnection = {
  /** Connects, unless it already is. */
  readonly resume: () => void;
  /** Lets go of the stream but remembers where it was. */
  readonly pause: () => void;
  /** The device says that it has lost its network. */
  readonly loseNetwork: () => void;
};

/** Beyond this it is cheaper to read again what is on screen than to replay everything that happened. */
const LONG_ABSENCE_MS = 10 * 60_000;

const FAILURES_UNTIL_OFFLINE = 3;

/**
 * Keeps one event stream open and resumes it after the last event seen: `seq` has no gaps, so nothing is lost.
 * `EventSource` would reconnect by itself, but at a fixed pace, and never after an answer like 502.
 */
export function createLiveConnection(deps: LiveDeps, after: number | null): LiveConnection {
  let stream: EventStream | null = null;
  let lastSeq = after;
  let lastContactMs = deps.nowMs();
  let failures = 0;
  let isWanted = false;
  let callOff = () => {};

  const close = () => {
    callOff();
    stream?.close(); // no handler of a closed EventSource is ever called again
    stream = null;
  };

  const open = () => {
    const isBlind = lastSeq === null || deps.nowMs() - lastContactMs > LONG_ABSENCE_MS;
    stream = deps.openStream(lastSeq === null ? "/api/events" : `/api/events?after=${lastSeq}`);
    stream.onopen = () => {
      failures = 0;
      lastContactMs = deps.nowMs();
      deps.onState("live");
      if (isBlind) deps.onGap();
    };
    stream.onmessage = ({ data }) => {
      const frame: StreamFrame = JSON.parse(data); // written by our own server from the same schema
      lastSeq = Math.max(lastSeq ?? 0, frame.event.seq);
      lastContactMs = deps.nowMs();
      deps.onFrame(frame);
    };
    stream.onerror = () => {
      close();
      failures += 1;
      void recover();
    };
  };

  const recover = async () => {
    const isOver = (await deps.isSignedIn().catch(() => true)) === false;
    if (stream || !isWanted) return; // resumed or paused meanwhile
    if (isOver) return deps.onState("signed_out");
    deps.onState(failures >= FAILURES_UNTIL_OFFLINE ? "offline" : "connecting");
    callOff = deps.schedule(open, reconnectDelayMs(failures, deps.random()));
  };

  return {
    resume: () => {
      isWanted = true;
      if (stream) return;
      callOff();
      open();
    },
    pause: () => {
      isWanted = false;
      if (stream) lastContactMs = deps.nowMs();
      close();
    },
    loseNetwork: () => {
      isWanted = false; // `resume` follows as soon as the device has a network again
      close();
      deps.onState("offline");
    },
  };
}

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;

/** Doubles with every failure up to half a minute; half of it by chance, so that tabs do not return all at once. */
export function reconnectDelayMs(failures: number, random: number): number {
  const full = Math.min(FIRST_DELAY_MS * 2 ** failures, LONGEST_DELAY_MS);
  return full / 2 + (full / 2) * random;
}
