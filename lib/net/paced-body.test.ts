import { expect, test } from "vitest";
import { isTooSlow, pacedBody } from "./paced-body.ts";

const NEVER = new AbortController().signal;

/** Pieces that arrive after so many milliseconds each, on a clock of their own. */
function sender(pieces: readonly { readonly bytes: number; readonly afterMs: number }[]) {
  let nowMs = 0;
  async function* body() {
    for (const { bytes, afterMs } of pieces) {
      nowMs += afterMs;
      yield new Uint8Array(bytes);
    }
  }
  const pass = (ms: number) => {
    nowMs += ms;
  };
  return { body: body(), now: () => nowMs, pass };
}

async function read(pieces: Parameters<typeof sender>[0], { maxBytes = 1_000_000, readerMs = 0 } = {}) {
  const { body, now, pass } = sender(pieces);
  let total = 0;
  for await (const chunk of pacedBody(body, { maxBytes, now, signal: NEVER })) {
    total += chunk.byteLength;
    pass(readerMs);
  }
  return total;
}

test("a body is passed on whole", async () => {
  expect(await read(Array(10).fill({ bytes: 1_000, afterMs: 5 }))).toBe(10_000);
});

test("a byte every fourteen seconds is a hold-up, however long each is within the idle limit", async () => {
  const drip = Array(100).fill({ bytes: 1, afterMs: 14_000 });
  await expect(read(drip)).rejects.toMatchObject({ code: "provider_unavailable" });
});

test("a slow reader is not the sender's fault", async () => {
  const pieces = Array(100).fill({ bytes: 1_000, afterMs: 10 });
  expect(await read(pieces, { readerMs: 60_000 })).toBe(100_000);
});

test("what is too much ends with the piece that is one too many", async () => {
  const pieces = Array(10).fill({ bytes: 100, afterMs: 1 });
  expect(await read(pieces, { maxBytes: 1_000 })).toBe(1_000);
  await expect(read(pieces, { maxBytes: 999 })).rejects.toMatchObject({ code: "payload_too_large" });
});

test.each([
  [{ bytes: 0, waitedMs: 30_000 }, false],
  [{ bytes: 0, waitedMs: 30_001 }, true],
  [{ bytes: 16_384, waitedMs: 31_000 }, false],
  [{ bytes: 16_384, waitedMs: 31_001 }, true],
])("%j is too slow: %s", (progress, expected) => {
  expect(isTooSlow(progress)).toBe(expected);
});
