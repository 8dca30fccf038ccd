import { afterAll, beforeAll, expect, test } from "vitest";
import { type HttpFixture, type ReceivedCall, startHttpFixture } from "#tests/support/http-fixture.ts";

const NEVER = new AbortController().signal;
const POST = { headers: { "webhook-id": "delivery_1" }, body: '{"灯":1}', timeoutMs: 500, signal: NEVER };

let outside: HttpFixture;
/** Nobody may ever connect to it. */
let canary: HttpFixture;
let fetchOutside: typeof import("#lib/net/fetch-outside.ts").fetchOutside;
let postOutside: typeof import("#lib/net/post-outside.ts").postOutside;

beforeAll(async () => {
  canary = await startHttpFixture((_call, response) => response.end("secret"));
  outside = await startHttpFixture((call, response) => {
    if (call.path === "/hang") return;
    if (call.path === "/inside") response.writeHead(302, { location: `http://127.0.0.1:${canary.port}/` });
    if (call.path === "/hop") response.writeHead(302, { location: "http://cdn.example.org/there" });
    response.end(call.path === "/large" ? Buffer.alloc(5_000) : `${call.method} ${call.host}${call.path}`);
  });
  const fixture = `127.0.0.1:${outside.port}`;
  process.env.OUTBOUND_HOST_MAP = `example.com=${fixture},cdn.example.org=${fixture},10.0.0.1=${fixture}`;
  process.env.OUTBOUND_ALLOWED_HOSTS = `127.0.0.1:${canary.port}`;
  // lib/env.ts reads the environment when it is loaded: so the door is loaded after it was set.
  ({ fetchOutside } = await import("#lib/net/fetch-outside.ts"));
  ({ postOutside } = await import("#lib/net/post-outside.ts"));
});

afterAll(() => {
  outside.close();
  canary.close();
});

async function get(url: string): Promise<string> {
  const bytes = await fetchOutside(url, { maxBytes: 1_000, maxRedirects: 3, signal: NEVER });
  return Buffer.from(bytes).toString("utf8");
}

function lastCall(): ReceivedCall | undefined {
  return outside.calls.at(-1);
}

test("a mapped host is answered by the fixture under its own name, whatever the scheme", async () => {
  expect(await get("https://example.com/a.png")).toBe("GET example.com/a.png");
  expect(await get("http://EXAMPLE.com/b")).toBe("GET example.com/b");
  expect(await get("http://example.com/hop")).toBe("GET cdn.example.org/there");
});

test.each([
  "https://10.0.0.1/",
  "https://localhost/",
  "https://example.com:8443/",
  "https://user@example.com/",
  "ftp://example.com/",
])("the map lifts no other rule: %s", async (url) => {
  const before = outside.connections();
  await expect(get(url)).rejects.toMatchObject({ code: "invalid_request" });
  await expect(postOutside(url, POST)).rejects.toMatchObject({ code: "invalid_request" });
  expect(outside.connections()).toBe(before);
});

test("what a mapped host sends is held to the same limits", async () => {
  await expect(get("https://example.com/large")).rejects.toMatchObject({ code: "payload_too_large" });
});

test("a POST carries its body and headers and tells the status alone", async () => {
  expect(await postOutside("https://example.com/hook", POST)).toEqual({ status: 200, retryAfter: null });
  expect(lastCall()).toMatchObject({
    method: "POST",
    body: '{"灯":1}',
    headers: { "content-type": "application/json", "webhook-id": "delivery_1" },
  });
});

test("a POST follows no redirect, waits no longer than it was told, and ends with its caller", async () => {
  expect(await postOutside("https://example.com/hop", POST)).toMatchObject({ status: 302 });
  expect(await postOutside("https://example.com/inside", POST)).toMatchObject({ status: 302 });
  await expect(postOutside("https://example.com/hang", POST)).rejects.toMatchObject({
    code: "provider_unavailable",
    retryable: true,
    message: "The address did not answer within 0.5 s.",
  });
  const stopped = AbortSignal.abort(new Error("the worker ends"));
  await expect(postOutside("https://example.com/hook", { ...POST, signal: stopped })).rejects.toThrow(
    "the worker ends",
  );
});

test("a POST goes to no private address, not even to one that the operator allows for media", async () => {
  await expect(postOutside(`http://127.0.0.1:${canary.port}/`, POST)).rejects.toMatchObject({
    code: "invalid_request",
  });
  expect(canary.connections()).toBe(0);
  expect(await get(`http://127.0.0.1:${canary.port}/`)).toBe("secret");
});
