/** Which page of a library is asked for. */
export type Page = {
  readonly teamId: string;
  /** Every connection unless told. */
  readonly connectionId?: string | undefined;
  /** The id of the last row of the page before. */
  readonly cursor?: string | undefined;
  readonly limit: number;
};

/** What a row must be read with to be told. */
export const KEPT = {
  connection: { select: { id: true, name: true } },
  task: { select: { createdBy: { select: { id: true, name: true } } } },
} as const;

type Named = { readonly id: string; readonly name: string };

type Row = Named & {
  readonly connection: Named;
  readonly task: { readonly createdBy: Named | null } | null;
  readonly taskId: string | null;
  readonly createdAt: Date;
};

/** Where a thing is kept and who made it. */
export function keptView({ id, name, connection, task, taskId, createdAt }: Row) {
  return {
    id,
    name,
    connection,
    createdBy: task?.createdBy ?? null,
    taskId,
    createdAt: createdAt.toISOString(),
  };
}

/** One row more than asked for tells that there is another page. */
export function pageOf<Item extends { readonly id: string }>(rows: readonly Item[], limit: number) {
  const page = rows.slice(0, limit);
  return { page, nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
}
