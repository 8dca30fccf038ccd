import { type Db, systemDb, type Transaction } from "#lib/db/client.ts";
import { mediaOf } from "#lib/kling/requests/request-media.ts";
import { isStudioPublic } from "#lib/net/studio-address.ts";
import type { Submission } from "#lib/providers/provider.ts";
import { inputLinkTo } from "./input-link.ts";
import type { LeasedTask } from "./leased-task.ts";
import { taskRequestOf } from "./task-request.ts";

/** How the files of a task's request may reach its upstream, besides their bytes. */
export async function submissionMedia(
  task: LeasedTask,
  now: Date,
): Promise<Pick<Submission, "inputUrl" | "upstreamIdOf">> {
  const media = mediaOf(taskRequestOf(task));
  const upstreamIds = await findUpstreamIds({
    teamId: task.teamId,
    connectionId: task.connectionId,
    references: media.filter(({ field }) => field.type === "output").map(({ reference }) => reference),
  });
  const isPublic = isStudioPublic();
  return {
    inputUrl(role) {
      const input = task.inputs.find((it) => it.role === role);
      return isPublic && input !== undefined ? inputLinkTo(input.assetId, now) : null;
    },
    upstreamIdOf(role) {
      const reference = media.find(({ path }) => path === role)?.reference;
      return (reference !== undefined && upstreamIds.get(reference)) || null;
    },
  };
}

type Named = {
  readonly teamId: string;
  readonly connectionId: string;
  /** Ids of results, ours or upstream's. */
  readonly references: readonly string[];
};

/** The ids that this connection's upstream gave to results of the team; a result of another connection has none here. */
export async function findUpstreamIds(
  { teamId, connectionId, references }: Named,
  client: Db | Transaction | typeof systemDb = systemDb,
): Promise<ReadonlyMap<string, string>> {
  if (references.length === 0) return new Map();
  const named = [...references];
  const outputs = await client.taskOutput.findMany({
    where: { task: { teamId, connectionId }, OR: [{ id: { in: named } }, { upstreamId: { in: named } }] },
    select: { id: true, upstreamId: true },
  });
  return new Map(
    outputs.flatMap(({ id, upstreamId }) => [[id, upstreamId] as const, [upstreamId, upstreamId] as const]),
  );
}
