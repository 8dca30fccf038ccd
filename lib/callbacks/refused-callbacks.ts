import type { SignatureFault } from "./verify-signature.ts";

/** Why a callback had no effect. */
export type CallbackRefusal = SignatureFault | "forged_address" | "replayed";

// One per process, also where a bundler loads this file twice.
const held = globalThis as { framewrightRefusedCallbacks?: Map<CallbackRefusal, number> };
held.framewrightRefusedCallbacks ??= new Map();
const counts = held.framewrightRefusedCallbacks;

export function countRefusedCallback(reason: CallbackRefusal): void {
  counts.set(reason, (counts.get(reason) ?? 0) + 1);
}

/** How many this process refused since it started: more than a few are somebody who tries. */
export function refusedCallbacks(): ReadonlyMap<CallbackRefusal, number> {
  return counts;
}
