import type { Queue, WantedDelivery } from "#lib/queue/queue.ts";
import { deliverMessage } from "#lib/webhooks/deliver-message.ts";

type Due = { readonly atMs: number; readonly deliveryId: string };

/** Deliveries on a clock of their own: what is put off for a day is made the moment nothing else is due before. */
export class VirtualDeliveries {
  #nowMs: number;
  #due: Due[] = [];

  constructor(startsAt: Date) {
    this.#nowMs = startsAt.getTime();
  }

  readonly now = (): Date => new Date(this.#nowMs);

  /** Takes deliveries alone; nothing else is ever sent through it. */
  readonly queue: Queue = {
    enqueue: unexpected,
    enqueueNew: unexpected,
    enqueueDelivery: async (_tx, { deliveryId, delayMs = 0 }: WantedDelivery) => {
      this.#due.push({ deliveryId, atMs: this.#nowMs + delayMs });
    },
  };

  /** Makes every attempt that is due within so many hours, one after the other, and leaves the clock at their end. */
  async run(hours: number, timeoutMs: number): Promise<void> {
    const endsAtMs = this.#nowMs + hours * 3_600_000;
    for (let due = this.#next(endsAtMs); due !== undefined; due = this.#next(endsAtMs)) {
      this.#nowMs = Math.max(this.#nowMs, due.atMs);
      const { queue, now } = this;
      await deliverMessage(due.deliveryId, { queue, now, random: () => 0.5, signal: NEVER, timeoutMs });
    }
    this.#nowMs = endsAtMs;
  }

  #next(endsAtMs: number): Due | undefined {
    const [first] = this.#due.toSorted((a, b) => a.atMs - b.atMs);
    if (first === undefined || first.atMs > endsAtMs) return undefined;
    this.#due = this.#due.filter((due) => due !== first);
    return first;
  }
}

const NEVER = new AbortController().signal;

function unexpected(): never {
  throw new Error("only deliveries are expected");
}
