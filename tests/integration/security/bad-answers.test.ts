import { afterAll, beforeAll, expect, test } from "vitest";
import { type HttpFixture, startHttpFixture } from "#tests/support/http-fixture.ts";
import { answerBadly } from "./bad-answers.ts";

const NOBODY = 1;
const LIMITS = { maxBytes: 100_000, maxRedirects: 3, signal: new AbortController().signal };

let outside: HttpFixture;
let openOutside: typeof import("#lib/net/open-outside.ts").openOutside;

beforeAll(async () => {
  outside = await startHttpFixture((call, response) => answerBadly(call.path, response, NOBODY));
  process.env.OUTBOUND_HOST_MAP = `evil.example.com=127.0.0.1:${outside.port}`;
  // lib/env.ts reads the environment when it is loaded.
  ({ openOutside } = await import("#lib/net/open-outside.ts"));
});

afterAll(() => outside.close());

const BAD_ANSWERS = [
  ["loop", "invalid_request"],
  ["chain", "invalid_request"],
  ["file", "invalid_request"],
  ["garbage", "invalid_request"],
  ["bomb", "invalid_request"],
  ["endless", "payload_too_large"],
  ["announced", "payload_too_large"],
  ["flood", "provider_unavailable"],
  ["many-headers", "provider_unavailable"],
  ["slow-head", "provider_unavailable"],
  ["slow-body", "provider_unavailable"],
  ["cut", "provider_unavailable"],
  ["other-part", "invalid_request"],
  ["error", "invalid_request"],
] as const;

test.each(BAD_ANSWERS)("an answer like %s ends as %s", async (path, code) => {
  const options = { ...LIMITS, patience: { headMs: 300, idleMs: 300 } };
  const read = async () => {
    const answer = await openOutside(`https://evil.example.com/${path}`, options);
    if (answer.type === "refused") throw Object.assign(new Error("refused"), { code: "invalid_request" });
    for await (const _chunk of answer.body);
  };
  await expect(read()).rejects.toMatchObject({ code });
});

test("a stream goes on where it broke, and its sender is told nothing of us", async () => {
  const opened = await openOutside("https://evil.example.com/ranges", { ...LIMITS, fromByte: 4 });
  expect(opened).toMatchObject({
    type: "opened",
    startsAt: 4,
    totalBytes: 10,
    mime: "video/mp4",
    etag: '"1"',
  });
  if (opened.type === "refused") throw new Error("it was opened");
  expect(await new Response(opened.body).text()).toBe("456789");
  const { headers } = outside.calls.at(-1) ?? {};
  expect(Object.keys(headers ?? {}).sort()).toEqual([
    "accept",
    "accept-encoding",
    "connection",
    "host",
    "range",
    "user-agent",
  ]);
});
