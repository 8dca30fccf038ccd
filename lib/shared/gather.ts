type Gathering<Item, Result> = {
  /** Items of one lane wait for each other; lanes do not. */
  readonly laneOf: (item: Item) => string;
  readonly maxItems: number;
  /** One outcome for each item, in their order. When it throws, that is the outcome of them all. */
  readonly work: (items: readonly Item[], lane: string) => Promise<readonly PromiseSettledResult<Result>[]>;
};

type Waiting<Item, Result> = {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
};

/**
 * Makes one trip of what is asked for at the same time: in one turn of the event loop, and then of what came while a trip was
 * under way. Nobody waits for others to come, and nobody joins a trip that has begun: what an item gets is never older than
 * its asking.
 */
export function gather<Item, Result>({
  laneOf,
  maxItems,
  work,
}: Gathering<Item, Result>): (item: Item) => Promise<Result> {
  const lanes = new Map<string, Waiting<Item, Result>[]>();

  async function run(lane: string, queue: Waiting<Item, Result>[]): Promise<void> {
    await nextTurn();
    while (queue.length > 0) await go(lane, queue.splice(0, maxItems));
    lanes.delete(lane);
  }

  async function go(lane: string, batch: readonly Waiting<Item, Result>[]): Promise<void> {
    const items = batch.map(({ item }) => item);
    const outcomes = await work(items, lane).catch((reason: unknown) =>
      items.map(() => ({ status: "rejected", reason }) as const),
    );
    for (const [index, { resolve, reject }] of batch.entries()) {
      const outcome = outcomes[index];
      if (outcome?.status === "fulfilled") resolve(outcome.value);
      else reject(outcome?.reason ?? new Error("an item came back without an outcome"));
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      const lane = laneOf(item);
      const queue = lanes.get(lane);
      if (queue !== undefined) {
        queue.push({ item, resolve, reject });
        return;
      }
      const own = [{ item, resolve, reject }];
      lanes.set(lane, own);
      void run(lane, own);
    });
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
