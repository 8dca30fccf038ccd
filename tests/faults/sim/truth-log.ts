import { appendFileSync } from "node:fs";

/** What a caller wanted. `other` is anything that the simulator only answers and never acts on. */
export type SimOperation = "create" | "get" | "list" | "download" | "other";

/** One fact about what really happened upstream; nothing that is written here is ever changed. */
export type Truth =
  | {
      readonly type: "call";
      readonly operation: SimOperation;
      readonly account: string;
      /** The external or upstream id that the call is about, when it names one. */
      readonly id: string | null;
      /** What was done to this call; null when nothing was. */
      readonly fault: string | null;
    }
  | {
      readonly type: "accepted";
      readonly upstreamId: string;
      readonly externalId: string | null;
      readonly account: string;
    }
  | { readonly type: "duplicate"; readonly externalId: string; readonly account: string }
  | {
      readonly type: "refused";
      readonly externalId: string | null;
      readonly account: string;
      readonly code: number;
    }
  | { readonly type: "charged"; readonly upstreamId: string; readonly units: string }
  | {
      readonly type: "callback";
      readonly upstreamId: string;
      readonly status: string;
      readonly answer: number | null;
    }
  | {
      readonly type: "downloaded";
      readonly upstreamId: string;
      readonly fromByte: number;
      /** Body bytes that were handed to the network. */
      readonly bytes: number;
    };

export type Entry = Truth & {
  /** Counts from 1, in the order in which it happened. */
  readonly n: number;
  readonly atMs: number;
};

type Of<Type extends Truth["type"]> = Extract<Entry, { type: Type }>;

/** Append-only. With a file it is also written there, a JSON line each, before the simulator answers. */
export class TruthLog {
  readonly #entries: Entry[] = [];
  readonly #file: string | null;

  constructor(file: string | null = null) {
    this.#file = file;
  }

  append(truth: Truth): Entry {
    const entry = { ...truth, n: this.#entries.length + 1, atMs: performance.now() };
    this.#entries.push(entry);
    if (this.#file !== null) appendFileSync(this.#file, `${JSON.stringify(entry)}\n`);
    return entry;
  }

  all(): readonly Entry[] {
    return this.#entries;
  }

  of<Type extends Truth["type"]>(type: Type): readonly Of<Type>[] {
    return this.#entries.filter((entry): entry is Of<Type> => entry.type === type);
  }

  /** How many calls something was done to. */
  faults(): number {
    return this.of("call").filter(({ fault }) => fault !== null).length;
  }
}
