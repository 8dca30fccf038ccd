/** Hands out what was put in, the cheapest first (a binary heap). */
export class CheapestFirst {
  readonly #items: number[] = [];
  readonly #costs: number[] = [];

  put(item: number, cost: number): void {
    let at = this.#items.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if ((this.#costs[above] ?? 0) <= cost) break;
      this.#move(above, at);
      at = above;
    }
    this.#items[at] = item;
    this.#costs[at] = cost;
  }

  take(): { item: number; cost: number } | null {
    const item = this.#items[0];
    const cost = this.#costs[0];
    const lastItem = this.#items.pop();
    const lastCost = this.#costs.pop();
    if (item === undefined || cost === undefined || lastItem === undefined || lastCost === undefined)
      return null;
    if (this.#items.length > 0) this.#sink(lastItem, lastCost);
    return { item, cost };
  }

  #sink(item: number, cost: number): void {
    const { length } = this.#items;
    let at = 0;
    for (let below = 1; below < length; below = 2 * at + 1) {
      const other = this.#costs[below + 1];
      const cheaper = other !== undefined && other < (this.#costs[below] ?? 0) ? below + 1 : below;
      if ((this.#costs[cheaper] ?? 0) >= cost) break;
      this.#move(cheaper, at);
      at = cheaper;
    }
    this.#items[at] = item;
    this.#costs[at] = cost;
  }

  #move(from: number, to: number): void {
    this.#items[to] = this.#items[from] ?? 0;
    this.#costs[to] = this.#costs[from] ?? 0;
  }
}
