import { seededRandom } from "#tests/support/seeded-random.ts";
import type { Toxic, ToxicScript } from "../proxy/toxic.ts";
import type { Fault } from "../sim/fault.ts";
import { type FaultMenu, FILE_TROUBLE, LOST_ANSWERS, PASSING_TROUBLE } from "../sim/fault-scripts.ts";

const BUSY: readonly Fault[] = [
  { type: "refuse", code: 1302 },
  { type: "refuse", code: 1303 },
];

/** Half of it are refusals that say "not now": only a few calls in a row break, so that no breaker ends the storm. */
export const STORM: FaultMenu = {
  create: [...BUSY, ...BUSY, ...BUSY, ...BUSY, ...PASSING_TROUBLE, ...LOST_ANSWERS],
  get: [
    { type: "lag" },
    { type: "refuse", code: 1302 },
    { type: "gateway", status: 503, carriedOut: true },
    ...LOST_ANSWERS,
  ],
  list: [
    { type: "lag" },
    { type: "lag" },
    { type: "gateway", status: 502, carriedOut: true },
    ...LOST_ANSWERS,
  ],
  download: FILE_TROUBLE,
};

const TOXICS: readonly Toxic[] = [
  { type: "latency", ms: 50 },
  { type: "slicer", bytes: 40 },
  { type: "bandwidth", bytesPerSecond: 20_000 },
  { type: "slow_close", ms: 50 },
  { type: "reset_peer" },
  { type: "drop_after_request" },
  { type: "limit_data", bytes: 60 },
  { type: "limit_data", bytes: 250 },
  { type: "truncate_at", bytes: 250 },
  { type: "wrong_length", more: 20 },
  { type: "dup" },
];

/** By the number of the connection alone. */
export function toxicStorm(seed: number, rate: number): ToxicScript {
  return ({ n }) => {
    const random = seededRandom(seed + n * 104_729);
    return random() < rate ? (TOXICS[Math.floor(random() * TOXICS.length)] ?? null) : null;
  };
}
