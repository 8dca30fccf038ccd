import { describe, expect, test } from "vitest";
import { examplesOf } from "#lib/contract/gateway/examples.ts";
import { decodeGenerations } from "#lib/kling/dialects/generations.ts";
import { decodeCreate } from "#lib/kling/dialects/native-create.ts";
import { decodeUnified } from "#lib/kling/dialects/unified.ts";
import { refuseUnifiedElement } from "#lib/kling/dialects/unified-elements.ts";
import { matchEndpoint } from "#lib/kling/endpoints.ts";
import { parseLossless } from "#lib/kling/json.ts";
import { checkTask } from "#lib/kling/kinds/check-task.ts";
import { NO_FACTS } from "#lib/kling/kinds/kind.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import type { TaskKind } from "#lib/kling/task-kinds.ts";
import { readSeed, SEED_SAMPLES, type SeedSample, seedBlocksOf } from "./seed-samples.ts";

/** The printed JSON was counted by eye; an extraction that misses one would otherwise go unseen. */
const COUNTS = [
  { seed: "002", requests: 4, others: 1 },
  { seed: "003", requests: 23, others: 14 },
  { seed: "004", requests: 3, others: 2 },
] as const;

test.each(COUNTS)("$requests samples of document $seed are kept", ({ seed, requests }) => {
  expect(SEED_SAMPLES.filter((sample) => sample.seed === seed)).toHaveLength(requests);
});

test.skipIf(COUNTS.some(({ seed }) => readSeed(seed) === null)).each(COUNTS)(
  "what is kept of document $seed is what it prints, and the rest is $others pieces that are no requests",
  ({ seed, others }) => {
    const blocks = seedBlocksOf(seed, readSeed(seed) ?? "");
    expect(blocks.requests).toEqual(SEED_SAMPLES.filter((sample) => sample.seed === seed));
    expect(blocks.others).toHaveLength(others);
  },
);

test("every request is meant for a path of ours", () => {
  for (const { method, path } of SEED_SAMPLES) {
    const [pathname = ""] = path.split("?");
    expect(matchEndpoint(method, pathname.replace(/^\/kling/, ""))).toMatchObject({ found: true });
  }
});

const creates = SEED_SAMPLES.filter(({ method, path }) => method === "POST" && !path.endsWith("/delete"));

/** Which kind of task each sample of the documents is, in their order. */
const KINDS: readonly TaskKind[] = [
  "text2video",
  "image2video",
  "image2video",
  ...Array<TaskKind>(6).fill("omni-video"),
  ...Array<TaskKind>(4).fill("text2video"),
  ...Array<TaskKind>(5).fill("image2video"),
  ...Array<TaskKind>(3).fill("motion-control"),
  "custom-elements",
  ...Array<TaskKind>(3).fill("image2video"),
];

describe("a sample of the documents", () => {
  test.each(creates.map((sample, index) => ({ ...sample, kind: KINDS[index] })))(
    "$seed $title is a $kind that a lenient connection takes",
    ({ kind, ...sample }) => {
      const request = requestOf(sample);
      expect(request.kind).toBe(kind);
      const violations = checkTask(request, { policy: "warn", facts: NO_FACTS });
      expect(violations.filter(({ severity }) => severity === "error")).toEqual([]);
    },
  );
});

function requestOf({ path, body = "" }: SeedSample): TaskRequest {
  const { kind, nativeBody } = nativeOf(path, parseLossless(body));
  const decoded = decodeCreate(kind, nativeBody);
  if (!decoded.ok) throw new Error(decoded.message);
  expect(decoded.extraFields).toEqual({});
  return decoded.request;
}

function nativeOf(path: string, body: unknown): { kind: TaskKind; nativeBody: unknown } {
  if (path === "/v1/elements/custom") {
    expect(refuseUnifiedElement(body)).toBeUndefined();
    return { kind: "custom-elements", nativeBody: body };
  }
  if (path.startsWith("/kling/")) return { kind: "image2video", nativeBody: body };
  const decoded = path === "/v1/videos" ? decodeUnified(body) : decodeGenerations(body);
  if (!decoded.ok) throw new Error(decoded.message);
  return decoded;
}

/** What a body consists of, whatever it says. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return [shapeOf(value[0])];
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted()
      .map(([name, item]) => [name, shapeOf(item)]),
  );
}

test.each(creates)(
  "$seed $title: the API page has an example of this form",
  ({ method, path, body = "" }) => {
    const match = matchEndpoint(method, path.replace(/^\/kling/, ""));
    if (!match.found) throw new Error(`${path} is no path of ours`);
    const shapes = examplesOf(match.endpoint).map((example) => shapeOf(example.body));
    expect(shapes).toContainEqual(shapeOf(JSON.parse(body)));
  },
);
