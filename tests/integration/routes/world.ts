import { systemDb } from "#lib/db/client.ts";
import { newId } from "#lib/shared/ids.ts";
import { createFirstTeam } from "#lib/teams/create-first-team.ts";

/** A team whose every text says whose it is, so that a leak shows wherever it appears. */
export type TestTeam = {
  readonly teamId: string;
  readonly ownerId: string;
  readonly connectionId: string;
  /** In every name, prompt and address of this team, and nowhere else. */
  readonly canary: string;
};

export async function makeTeam(canary: string): Promise<TestTeam> {
  const { teamId, userId } = await createFirstTeam({
    email: `founder.${canary}@example.com`,
    password: "four green kites fly",
    name: `${canary} founder`,
    teamName: `${canary} team`,
    force: true,
  });
  await systemDb.connection.updateMany({ where: { teamId }, data: { name: `${canary} sandbox` } });
  const connection = await systemDb.connection.findFirstOrThrow({ where: { teamId } });
  return { teamId, ownerId: userId, connectionId: connection.id, canary };
}

/** Rows of a task as the engine would have left them. */
export async function makeTask(
  team: TestTeam,
  { status, createdById, trashed = false }: { status: string; createdById: string; trashed?: boolean },
): Promise<string> {
  const id = newId("task");
  const prompt = `${team.canary} kite`;
  await systemDb.task.create({
    data: {
      id,
      teamId: team.teamId,
      createdById,
      connectionId: team.connectionId,
      kind: "text2video",
      modelName: "kling-v1",
      prompt,
      request: TEXT_REQUEST(prompt),
      status,
      pace: "text2video",
      upstreamExternalId: `${team.canary}-${id}`,
      failure:
        status === "failed" ? { code: 5000, message: `${team.canary} failed`, retryable: true } : undefined,
      trashedAt: trashed ? new Date() : null,
      finishedAt: status === "queued" ? null : new Date(),
    },
  });
  await systemDb.ledgerEntry.create({
    data: {
      id: newId("ledgerEntry"),
      teamId: team.teamId,
      taskId: id,
      paidTry: 1,
      kind: "reserve",
      units: 0,
    },
  });
  const { lastSeq } = await systemDb.teamFeed.update({
    where: { teamId: team.teamId },
    data: { lastSeq: { increment: 1 } },
  });
  await systemDb.taskEvent.create({
    data: { teamId: team.teamId, seq: lastSeq, taskId: id, type: "created", status, data: {} },
  });
  return id;
}

export function TEXT_REQUEST(prompt: string) {
  return {
    kind: "text2video",
    model_name: "kling-v1",
    prompt,
    mode: "std",
    duration: "5",
    aspect_ratio: "16:9",
  };
}
