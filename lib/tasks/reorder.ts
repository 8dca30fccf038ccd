import type { TaskMove } from "#lib/contract/task-decisions.ts";

/** A place in one person's part of the line. */
export type Turn = { readonly id: string; readonly turnAt: Date };

/**
 * The same turns, given to the tasks in their new order; turns that were equal (takes of one order) become distinct, or
 * exchanging them would change nothing. @returns those whose turn changes
 */
export function reorder(line: readonly Turn[], { id, to }: { id: string; to: TaskMove }): readonly Turn[] {
  const from = line.findIndex((it) => it.id === id);
  const moved = line[from];
  if (moved === undefined) return [];
  const rest = line.filter((it) => it.id !== id);
  const order = rest.toSpliced(placeOf(to, { from, last: rest.length }), 0, moved);
  let previousMs = Number.NEGATIVE_INFINITY;
  return order.flatMap((it, index) => {
    const turnMs = Math.max(line[index]?.turnAt.getTime() ?? 0, previousMs + 1);
    previousMs = turnMs;
    return turnMs === it.turnAt.getTime() ? [] : [{ id: it.id, turnAt: new Date(turnMs) }];
  });
}

function placeOf(to: TaskMove, { from, last }: { from: number; last: number }): number {
  switch (to) {
    case "first":
      return 0;
    case "earlier":
      return Math.max(0, from - 1);
    case "later":
      return Math.min(last, from + 1);
    case "last":
      return last;
  }
}
