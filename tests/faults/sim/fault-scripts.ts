import { seededRandom } from "#tests/support/seeded-random.ts";
import type { Fault, FaultScript } from "./fault.ts";
import type { SimOperation } from "./truth-log.ts";

/** Faults to choose from, by operation; an entry that stands twice is twice as likely. */
export type FaultMenu = Readonly<Partial<Record<SimOperation, readonly Fault[]>>>;

type Storm = {
  readonly seed: number;
  /** Of all calls of an operation that is on the menu, 0 to 1. */
  readonly rate: number;
  readonly menu: FaultMenu;
};

/** Faults at random, decided by seed and number of the call alone. */
export function stormOf({ seed, rate, menu }: Storm): FaultScript {
  return ({ n, operation }) => {
    const choice = menu[operation] ?? [];
    const random = seededRandom(seed + n * 7919);
    if (choice.length === 0 || random() >= rate) return null;
    return choice[Math.floor(random() * choice.length)] ?? null;
  };
}

/** These faults befall the first calls of an operation about each id, one after the other; the next goes well. */
export function firstOf(operation: SimOperation, faults: readonly (Fault | null)[]): FaultScript {
  return (call) => (call.operation === operation ? (faults[call.nth - 1] ?? null) : null);
}

/** Every way in which an answer can be lost that costs its caller no deadline. */
export const LOST_ANSWERS = [
  { type: "lose", at: "request" },
  { type: "lose", at: "status" },
  { type: "lose", at: "headers" },
  { type: "lose", at: "body" },
] as const satisfies readonly Fault[];

/** Refusals and broken gateways that go over by themselves. */
export const PASSING_TROUBLE = [
  { type: "refuse", code: 1302 },
  { type: "refuse", code: 1303 },
  { type: "refuse", code: 5000 },
  { type: "refuse", code: 5001 },
  { type: "refuse", code: 5002 },
  { type: "gateway", status: 502, carriedOut: false },
  { type: "gateway", status: 504, carriedOut: true },
] as const satisfies readonly Fault[];

/** Everything that a file can suffer and still be fetched later. */
export const FILE_TROUBLE = [
  { type: "cut", share: 0.01 },
  { type: "cut", share: 0.5 },
  { type: "cut", share: 0.999 },
  { type: "wrong_length", more: 100 },
  { type: "status", status: 500 },
  { type: "html" },
] as const satisfies readonly Fault[];
