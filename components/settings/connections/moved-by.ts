type Move = { readonly id: string; readonly by: -1 | 1 };

/** The order after one place up or down; null when there is no such place. The first is the default and keeps its place. */
export function movedBy(ids: readonly string[], { id, by }: Move): readonly string[] | null {
  const from = ids.indexOf(id);
  const to = from + by;
  const other = ids[to];
  if (from < 1 || to < 1 || other === undefined) return null;
  return ids.with(from, other).with(to, id);
}
