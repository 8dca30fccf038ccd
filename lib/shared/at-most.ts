export type AtMost = {
  /** Does the work when it is its turn: in the order of asking. */
  readonly run: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** How many are not done yet. */
  readonly open: () => number;
};

/** Lets so many pieces of work go on at a time; the others wait. */
export function atMost(limit: number): AtMost {
  const waiting: (() => void)[] = [];
  let running = 0;
  return {
    open: () => running + waiting.length,
    async run(work) {
      if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
      else running += 1;
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next === undefined) running -= 1;
        else next(); // its place goes on to whoever waited longest
      }
    },
  };
}
