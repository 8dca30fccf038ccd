import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type HttpFixture, type ReceivedCall, startHttpFixture } from "#tests/support/http-fixture.ts";

let upstream: HttpFixture;
/** Ends the connection instead of answering this call. */
let breaksOff: (call: ReceivedCall, nth: number) => boolean;
let callUpstream: typeof import("#lib/net/call-upstream.ts").callUpstream;

beforeAll(async () => {
  upstream = await startHttpFixture((call, response) => {
    if (breaksOff(call, upstream.calls.length)) response.destroy();
    else response.end(call.path);
  });
  process.env.OUTBOUND_ALLOWED_HOSTS = `127.0.0.1:${upstream.port}`;
  process.env.OUTBOUND_HOST_MAP = `example.com=127.0.0.1:${upstream.port}`;
  // lib/env.ts reads the environment when it is loaded.
  ({ callUpstream } = await import("#lib/net/call-upstream.ts"));
});
beforeEach(() => {
  breaksOff = () => false;
});
afterAll(() => upstream.close());

function call(method: "GET" | "POST", path = "/task", origin = `http://127.0.0.1:${upstream.port}`) {
  const { signal } = new AbortController();
  return callUpstream(`${origin}${path}`, { method, headers: {}, timeoutMs: 5_000, maxBytes: 1_000, signal });
}

async function connectionsOf(work: () => Promise<unknown>): Promise<number> {
  const before = upstream.connections();
  await work();
  return upstream.connections() - before;
}

async function sixTimes(work: () => Promise<unknown>): Promise<void> {
  for (let times = 0; times < 6; times += 1) await work();
}

test.each([undefined, "https://example.com"])("questions share a connection (%s)", async (origin) => {
  await call("GET", "/first", origin);
  // The first may not be free yet at the moment of the second call.
  expect(await connectionsOf(() => sixTimes(() => call("GET", "/task", origin)))).toBeLessThanOrEqual(1);
});

test("each order has a connection of its own", async () => {
  expect(await connectionsOf(() => sixTimes(() => call("POST")))).toBe(6);
});

test("a question on a connection that upstream has just closed is asked once more, on another one", async () => {
  await call("GET");
  const asked = upstream.calls.length;
  breaksOff = (_call, nth) => nth === asked + 1;
  expect(await call("GET", "/again")).toMatchObject({ type: "answered", text: "/again" });
  expect(upstream.calls.length - asked).toBe(2);
});

test("a question that nobody answers is given up after that", async () => {
  breaksOff = () => true;
  const asked = upstream.calls.length;
  expect(await call("GET")).toMatchObject({ type: "broken" });
  expect(upstream.calls.length - asked).toBe(2);
});

test("an order that was broken off is in doubt, and is never sent again by itself", async () => {
  breaksOff = () => true;
  const asked = upstream.calls.length;
  expect(await call("POST")).toMatchObject({ type: "broken" });
  expect(upstream.calls.length - asked).toBe(1);
});
