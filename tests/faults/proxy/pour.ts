import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Toxic } from "./toxic.ts";

type Pouring = { readonly from: Socket; readonly to: Socket; readonly toxic: Toxic | null };

/** Carries the answer over, changed as the toxic says, and ends the caller's connection as it says. */
export async function pour({ from, to, toxic }: Pouring): Promise<void> {
  const limit = limitOf(toxic);
  let passed = 0;
  try {
    if (toxic?.type === "latency") await sleep(toxic.ms);
    for await (const chunk of from as AsyncIterable<Buffer>) {
      if (toxic?.type === "half_open") continue;
      if (toxic?.type === "drop_after_request") return void to.resetAndDestroy();
      const piece = passed === 0 && toxic?.type === "wrong_length" ? announceMore(chunk, toxic.more) : chunk;
      const rest = piece.subarray(0, Math.max(0, limit - passed));
      passed += rest.length;
      await write(to, rest, toxic);
      if (passed >= limit) return end(to, toxic);
    }
  } catch {
    return void to.resetAndDestroy(); // the upstream broke off: so does its echo
  }
  if (toxic?.type === "half_open") return;
  if (toxic?.type === "slow_close") await sleep(toxic.ms);
  to.end();
}

function limitOf(toxic: Toxic | null): number {
  return toxic?.type === "limit_data" || toxic?.type === "truncate_at"
    ? toxic.bytes
    : Number.POSITIVE_INFINITY;
}

/** `truncate_at` ends as a server would that thinks it is done, `limit_data` as a broken line. */
function end(to: Socket, toxic: Toxic | null): void {
  if (toxic?.type === "truncate_at") to.end();
  else to.resetAndDestroy();
}

async function write(to: Socket, bytes: Buffer, toxic: Toxic | null): Promise<void> {
  if (toxic?.type !== "slicer" && toxic?.type !== "bandwidth") {
    to.write(bytes);
    return;
  }
  const size = toxic.type === "slicer" ? toxic.bytes : Math.max(1, Math.ceil(toxic.bytesPerSecond / 10));
  for (let at = 0; at < bytes.length && !to.destroyed; at += size) {
    to.write(bytes.subarray(at, at + size));
    await sleep(toxic.type === "slicer" ? 1 : 100);
  }
}

function announceMore(head: Buffer, more: number): Buffer {
  const text = head.toString("latin1");
  return Buffer.from(
    text.replace(
      /(content-length: )(\d+)/i,
      (_all, name: string, length: string) => `${name}${Number(length) + more}`,
    ),
    "latin1",
  );
}
