import { expect, test } from "vitest";
import { restartDelay } from "./restart-delay.ts";

test("a process that keeps crashing waits twice as long each time, up to half a minute", () => {
  let history = { crashesInARow: 0 };
  const delays = Array.from({ length: 8 }, () => {
    const next = restartDelay(history, 100);
    history = next.history;
    return next.delayMs;
  });
  expect(delays).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
});

test("a minute without a crash is forgiven", () => {
  expect(restartDelay({ crashesInARow: 7 }, 60_000)).toEqual({ delayMs: 500, history: { crashesInARow: 1 } });
});
