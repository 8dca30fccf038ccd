import { uploadAsset } from "#lib/assets/upload-asset.ts";
import { uploadMedia } from "#lib/assets/upload-media.ts";
import { systemDb } from "#lib/db/client.ts";
import { parseLossless, stringifyLossless } from "#lib/kling/json.ts";
import { newId } from "#lib/shared/ids.ts";
import { createApiKey } from "#lib/teams/create-api-key.ts";
import type { NamedMedia } from "#tests/support/legal-bodies.ts";
import { knockAtGateway } from "#tests/support/studio-door.ts";
import { createTeam, type TestTeam } from "#tests/support/team-fixture.ts";
import { testFilm, testSound } from "#tests/support/test-media.ts";
import { makePicture } from "#tests/support/test-picture.ts";

/** A team with a key and with one of everything that a body may name. */
export type GatewayTeam = TestTeam & {
  readonly keys: Awaited<ReturnType<typeof createApiKey>>;
  readonly readKey: string;
  /** By the team's own ids. */
  readonly media: NamedMedia;
};

export async function makeGatewayTeam(): Promise<GatewayTeam> {
  const team = await createTeam();
  const [keys, reading, media] = [
    await makeKey(team, "create"),
    await makeKey(team, "read"),
    await uploadAll(team),
  ];
  return { ...team, keys, readKey: reading.key, media };
}

function makeKey({ teamId, caller }: TestTeam, scope: "read" | "create") {
  return createApiKey({ teamId, userId: caller.userId, name: scope, scope, expiresAt: null });
}

async function uploadAll(team: TestTeam): Promise<NamedMedia> {
  const { caller } = team;
  const signal = new AbortController().signal;
  const side = { widthPx: 300, heightPx: 300 };
  const picture = await uploadAsset({ caller, bytes: await makePicture(side), name: "p.png" });
  const film = await uploadMedia({ caller, bytes: await testFilm(), name: "f.mp4", type: "video", signal });
  const sound = await uploadMedia({ caller, bytes: testSound(), name: "s.wav", type: "audio", signal });
  const { taskId, outputId } = await makeTask(team, { kind: "text2video", assetId: film.id });
  // What a session was opened on is the first file of the task that opened it.
  await systemDb.taskInput.create({ data: { taskId, role: "video_url", assetId: film.id } });
  return {
    picture: picture.id,
    film: film.id,
    sound: sound.id,
    filmOutput: outputId,
    facesSession: await openSession(team, { taskId, kind: "faces" }),
    selectionSession: await openSession(team, { taskId, kind: "selection" }),
  };
}

type MadeTask = { readonly kind: string; readonly assetId?: string; readonly externalTaskId?: string };

/** A finished task as the engine would have left it. */
export async function makeTask(team: TestTeam, { kind, assetId, externalTaskId }: MadeTask) {
  const [taskId, outputId] = [newId("task"), newId("taskOutput")];
  const output = { id: outputId, position: 0, upstreamId: `up-${outputId}`, upstreamUrl: "sandbox://none" };
  await systemDb.task.create({
    data: {
      id: taskId,
      teamId: team.teamId,
      createdById: team.caller.userId,
      connectionId: team.connectionId,
      kind,
      modelName: "kling-v1",
      prompt: "a paper boat",
      request: { kind, prompt: "a paper boat" },
      status: "succeeded",
      pace: kind,
      upstreamExternalId: taskId,
      finishedAt: new Date(),
      ...(externalTaskId !== undefined && { externalTaskId }),
      ...(assetId !== undefined && { outputs: { create: { ...output, assetId } } }),
    },
  });
  return { taskId, outputId };
}

const HOUR_MS = 3_600_000;

async function openSession(team: TestTeam, { taskId, kind }: { taskId: string; kind: string }) {
  const id = newId("mediaSession");
  const { teamId, connectionId } = team;
  const expiresAt = new Date(Date.now() + HOUR_MS);
  await systemDb.mediaSession.create({
    data: { id, teamId, connectionId, taskId, upstreamSessionId: `up-${id}`, kind, expiresAt },
  });
  return `up-${id}`;
}

export type Answer = {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: as in every client, the test looks at what it expects
  readonly body: any;
};

export type Call = {
  readonly method: string;
  /** With the prefix, if any. */
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** One call of a Kling client. A text is sent as it stands, anything else as JSON. */
export async function callGateway({ method, path, body, headers = {} }: Call): Promise<Answer> {
  const text = body === undefined || typeof body === "string" ? body : stringifyLossless(Object(body));
  const response = await knockAtGateway(path, {
    method,
    headers,
    ...(text !== undefined && { body: text }),
  });
  return { status: response.status, body: parseLossless(await response.text()) };
}
