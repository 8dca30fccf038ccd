import type { CreateOrder } from "./read-create.ts";
import type { Fate, SimTask } from "./sim-task.ts";
import { isOver, packOf } from "./sim-task.ts";
import type { TruthLog } from "./truth-log.ts";

/** How this upstream behaves where Kling's documents are silent, and how large the account is. */
export type Variant = {
  /** Whether a second create of the same external id is refused, as Kling does it; a gateway may just open another task. */
  readonly refusesDuplicate: (order: CreateOrder) => boolean;
  /** Parallel places of an account per pack. */
  readonly parallel: number;
  readonly fateOf: (order: CreateOrder) => Fate;
  /** What a success is charged, in units as a decimal text. */
  readonly priceOf: (order: CreateOrder) => string;
};

export type Opened =
  | { readonly outcome: "accepted"; readonly task: SimTask }
  | { readonly outcome: "duplicate"; readonly externalId: string }
  | { readonly outcome: "full" };

/** The accounts and tasks of the simulator. Never forgets, never dies: it is what all else is measured against. */
export class AccountBooks {
  readonly #tasks = new Map<string, SimTask>();
  readonly #byExternalId = new Map<string, SimTask>();
  readonly #consumed = new Set<string>();
  readonly #charged = new Set<string>();
  readonly #log: TruthLog;
  readonly #variant: Variant;

  constructor(log: TruthLog, variant: Variant) {
    this.#log = log;
    this.#variant = variant;
  }

  open(order: CreateOrder): Opened {
    const { account, externalId } = order;
    const key = `${account} ${externalId}`;
    const isTaken = this.#consumed.has(key) || this.#byExternalId.has(key);
    if (externalId !== null && isTaken && this.#variant.refusesDuplicate(order)) {
      this.#log.append({ type: "duplicate", externalId, account });
      return { outcome: "duplicate", externalId };
    }
    if (this.running(account, order.kind) >= this.#variant.parallel) return { outcome: "full" };
    const task = this.#accept(order);
    this.#tasks.set(task.upstreamId, task);
    if (externalId !== null && !this.#byExternalId.has(key)) this.#byExternalId.set(key, task);
    const { upstreamId } = task;
    this.#log.append({ type: "accepted", upstreamId, externalId, account });
    return { outcome: "accepted", task };
  }

  /** The external id of a refused create counts as used from now on. */
  consume(account: string, externalId: string | null): void {
    if (externalId !== null) this.#consumed.add(`${account} ${externalId}`);
  }

  /** By the upstream's id or the account's own; an account never sees another's tasks. */
  find(account: string, id: string): SimTask | null {
    const task = this.#byExternalId.get(`${account} ${id}`) ?? this.#tasks.get(id);
    return task?.account === account ? this.#billed(task) : null;
  }

  /** Newest first. */
  list(account: string): readonly SimTask[] {
    return [...this.#tasks.values()]
      .filter((task) => task.account === account)
      .map((task) => this.#billed(task))
      .reverse();
  }

  byUpstreamId(upstreamId: string): SimTask | null {
    return this.#tasks.get(upstreamId) ?? null;
  }

  running(account: string, kind: CreateOrder["kind"]): number {
    const pack = packOf(kind);
    const nowMs = Date.now();
    const isRunning = (task: SimTask) =>
      task.account === account && task.pack === pack && !isOver(task, nowMs);
    return [...this.#tasks.values()].filter(isRunning).length;
  }

  /** Settles what has ended by now, also what nobody asked for: an invoice does not wait for its reader. */
  closeBooks(): readonly SimTask[] {
    return [...this.#tasks.values()].map((task) => this.#billed(task));
  }

  #accept(order: CreateOrder): SimTask {
    const { account, externalId, kind, dialect, model, seconds } = order;
    return {
      upstreamId: `kl${String(this.#tasks.size + 1).padStart(9, "0")}`,
      externalId,
      account,
      dialect,
      kind,
      pack: packOf(kind),
      model,
      acceptedAtMs: Date.now(),
      fate: this.#variant.fateOf(order),
      units: this.#variant.priceOf(order),
      seconds,
    };
  }

  #billed(task: SimTask): SimTask {
    const { upstreamId, units, fate } = task;
    if (fate.failure === null && isOver(task, Date.now()) && !this.#charged.has(upstreamId)) {
      this.#charged.add(upstreamId);
      this.#log.append({ type: "charged", upstreamId, units });
    }
    return task;
  }
}
