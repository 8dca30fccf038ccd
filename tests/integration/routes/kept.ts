import { systemDb } from "#lib/db/client.ts";
import { newId } from "#lib/shared/ids.ts";
import { makeTask, type TestTeam } from "./world.ts";

/** Beyond 2^53: read as a number it would be another one. */
let nextUpstreamId = 842130978230767623n;

/** An element of the older library that this person made. */
export async function makeElement(team: TestTeam, createdById: string): Promise<string> {
  const { teamId, connectionId, canary } = team;
  const id = newId("element");
  const taskId = await makeTask(team, { status: "succeeded", createdById });
  nextUpstreamId += 1n;
  await systemDb.element.create({
    data: {
      id,
      teamId,
      connectionId,
      taskId,
      upstreamElementId: String(nextUpstreamId),
      library: "custom",
      name: `${canary} fox`,
      description: `${canary} fox that flies a kite`,
      referenceType: "image_refer",
      media: { refers: [], videos: [] },
      tagIds: ["o_103"],
    },
  });
  return id;
}

export async function makeVoice(team: TestTeam, createdById: string): Promise<string> {
  const { teamId, connectionId, canary } = team;
  const id = newId("voice");
  const taskId = await makeTask(team, { status: "succeeded", createdById });
  await systemDb.voice.create({
    data: { id, teamId, connectionId, taskId, upstreamVoiceId: id, name: `${canary} voice` },
  });
  return id;
}
