import { systemDb } from "#lib/db/client.ts";
import type { OutputLabel } from "#lib/kling/output-labels.ts";
import { newId } from "#lib/shared/ids.ts";
import type { TestTeam } from "./team-fixture.ts";

type Wish = {
  readonly labels?: readonly OutputLabel[];
  /** When upstream deletes the outputs. */
  readonly dies?: Date | null;
  /** When they were made. */
  readonly madeAt?: Date;
};

const UNITS = "1.8";

/** A task that upstream has finished and whose files are still there: as the tracker leaves it. */
export async function makeArchivingTask(team: TestTeam, wish: Wish = {}): Promise<string> {
  const { labels = ["video"], dies = null, madeAt = new Date() } = wish;
  const id = newId("task");
  const request = { kind: "text2video", model_name: "kling-v3", duration: "3", prompt: "a kite" };
  const { teamId, connectionId, caller } = team;
  await systemDb.task.create({
    data: {
      id,
      teamId,
      connectionId,
      createdById: caller.userId,
      kind: "text2video",
      modelName: "kling-v3",
      prompt: "a kite",
      request,
      status: "archiving",
      pace: "text2video",
      upstreamExternalId: `${id.toLowerCase()}-1`,
      upstreamTaskId: `up-${id}`,
      priceUnits: UNITS,
      nextStepAt: new Date(),
      outputs: {
        create: labels.map((label, position) => ({
          id: newId("taskOutput"),
          position,
          label,
          upstreamId: `${id}-${position}`,
          upstreamUrl: `https://media.example/${position}`,
          upstreamDies: dies,
          createdAt: madeAt,
        })),
      },
    },
  });
  await systemDb.ledgerEntry.create({
    data: { id: newId("ledgerEntry"), teamId, taskId: id, paidTry: 1, kind: "reserve", units: UNITS },
  });
  return id;
}
