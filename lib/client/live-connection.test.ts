import { beforeEach, describe, expect, test } from "vitest";
import {
  createLiveConnection,
  type EventStream,
  type LiveState,
  reconnectDelayMs,
} from "./live-connection.ts";
import { frameOf, taskPicture } from "./task-picture.fixture.ts";

type FakeStream = EventStream & { readonly url: string; isClosed: boolean };

let streams: FakeStream[];
let timers: { run: () => void; delayMs: number }[];
let states: LiveState[];
let frames: number[];
let gaps: number;
let nowMs: number;
let signedIn: () => Promise<boolean>;

beforeEach(() => {
  streams = [];
  timers = [];
  states = [];
  frames = [];
  gaps = 0;
  nowMs = 0;
  signedIn = async () => true;
});

function connect(after: number | null) {
  return createLiveConnection(
    {
      openStream: openFakeStream,
      isSignedIn: () => signedIn(),
      schedule: (run, delayMs) => {
        const timer = { run, delayMs };
        timers.push(timer);
        return () => {
          timers = timers.filter((it) => it !== timer);
        };
      },
      random: () => 1,
      nowMs: () => nowMs,
      onFrame: (frame) => frames.push(frame.event.seq),
      onGap: () => {
        gaps += 1;
      },
      onState: (state) => states.push(state),
    },
    after,
  );
}

function openFakeStream(url: string): FakeStream {
  const stream: FakeStream = {
    url,
    isClosed: false,
    onopen: null,
    onmessage: null,
    onerror: null,
    close: () => {
      stream.isClosed = true;
    },
  };
  streams.push(stream);
  return stream;
}

function current(): FakeStream {
  const stream = streams.at(-1);
  if (!stream) throw new Error("no stream was opened");
  return stream;
}

function send(seq: number): void {
  const data = JSON.stringify(frameOf(taskPicture(1, { seq })));
  current().onmessage?.(new MessageEvent("message", { data }));
}

async function breakOff(): Promise<void> {
  current().onerror?.(new Event("error"));
  await new Promise(setImmediate); // the question about the session is answered
}

async function passTimer(): Promise<void> {
  const timer = timers.shift();
  timer?.run();
}

describe("resuming", () => {
  test("asks for everything after the last event that arrived", async () => {
    connect(40).resume();
    expect(current().url).toBe("/api/events?after=40");
    current().onopen?.(new Event("open"));
    send(41);
    send(42);
    await breakOff();
    await passTimer();
    expect(current().url).toBe("/api/events?after=42");
    expect(frames).toEqual([41, 42]);
    expect(gaps).toBe(0);
  });

  test("a first connection that does not know where the page stands reads the page's data again", () => {
    connect(null).resume();
    current().onopen?.(new Event("open"));
    expect(gaps).toBe(1);
  });

  test("a long absence reads again what is on screen, a short one does not", () => {
    const connection = connect(1);
    connection.resume();
    current().onopen?.(new Event("open"));
    connection.pause();
    nowMs = 60_000;
    connection.resume();
    current().onopen?.(new Event("open"));
    expect(gaps).toBe(0);
    connection.pause();
    nowMs = 3_600_000;
    connection.resume();
    current().onopen?.(new Event("open"));
    expect(gaps).toBe(1);
  });

  test("never holds two streams", () => {
    const connection = connect(1);
    connection.resume();
    connection.resume();
    expect(streams).toHaveLength(1);
  });
});

describe("failing", () => {
  test("says offline only after several failures, and live again at once", async () => {
    connect(1).resume();
    for (let failure = 0; failure < 3; failure += 1) {
      await breakOff();
      await passTimer();
    }
    current().onopen?.(new Event("open"));
    expect(states).toEqual(["connecting", "connecting", "offline", "live"]);
  });

  test("stops trying when the session is over", async () => {
    signedIn = async () => false;
    connect(1).resume();
    await breakOff();
    expect(states).toEqual(["signed_out"]);
    expect(timers).toEqual([]);
  });

  test("a tab that is hidden while it asks about the session does not reconnect behind the person's back", async () => {
    const connection = connect(1);
    connection.resume();
    current().onerror?.(new Event("error"));
    connection.pause();
    await new Promise(setImmediate);
    expect(timers).toEqual([]);
  });

  test("losing the network says so, and its return resumes", () => {
    const connection = connect(1);
    connection.resume();
    connection.loseNetwork();
    expect(current().isClosed).toBe(true);
    expect(states).toEqual(["offline"]);
    connection.resume();
    expect(streams).toHaveLength(2);
  });
});

test.each([
  [1, 0, 500],
  [1, 1, 1000],
  [3, 1, 4000],
  [20, 0, 15_000],
  [20, 1, 30_000],
])("failure %i with chance %d waits %i ms", (failures, random, expected) => {
  expect(reconnectDelayMs(failures, random)).toBe(expected);
});
