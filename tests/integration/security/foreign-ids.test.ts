import { beforeAll, beforeEach, expect, test } from "vitest";
import { ALL_OPERATIONS } from "#lib/contract/operations.ts";
import { systemDb } from "#lib/db/client.ts";
import { newId } from "#lib/shared/ids.ts";
import { ask } from "../accounts/operation.ts";
import { type Actor, makeActor, makeMember } from "../routes/actors.ts";
import type { Input } from "../routes/call.ts";
import { watchChanges } from "../routes/changes.ts";
import { draftBody, makeDraft } from "../routes/drafts.ts";
import { makeElement, makeVoice } from "../routes/kept.ts";
import { makeAsset, makeDeletedAsset, makeUpload } from "../routes/media.ts";
import { makeTask, makeTeam, type TestTeam } from "../routes/world.ts";

let owner: Actor;
let key: Actor;
let abroad: TestTeam;

beforeAll(async () => {
  const home = await makeTeam("home");
  abroad = await makeTeam("canaryabroad");
  owner = await makeActor("owner", home, abroad);
  key = await makeActor("key create", home, abroad);
});

beforeEach(() => systemDb.rateLimit.deleteMany());

const REQUEST = { kind: "text2video", model_name: "kling-v1", prompt: "a kite", duration: "5" } as const;
const PICTURE_REQUEST = { ...REQUEST, kind: "image2video" } as const;

type Case = {
  id: string;
  where: string;
  input: (foreignId: string) => Input;
  make: () => Promise<string>;
  status: number;
};

const task = (status: string) => () => makeTask(abroad, { status, createdById: abroad.ownerId });
const draft = async () => (await makeDraft(abroad, { authorId: abroad.ownerId, visibility: "team" })).draftId;
const asset = () => makeAsset(abroad);
const member = async () => (await makeMember(abroad, "creator")).memberId;

/** Every place where a caller writes an id: path, query, cursor, body, reference inside a request. */
const CASES: readonly Case[] = [
  {
    id: "getTask",
    where: "path",
    make: task("queued"),
    input: (taskId) => ({ params: { taskId } }),
    status: 404,
  },
  {
    id: "cancelTask",
    where: "path",
    make: task("queued"),
    input: (taskId) => ({ params: { taskId } }),
    status: 404,
  },
  {
    id: "retryTask",
    where: "path",
    make: task("failed"),
    input: (taskId) => ({ params: { taskId } }),
    status: 404,
  },
  {
    id: "trashTask",
    where: "path",
    make: task("failed"),
    input: (taskId) => ({ params: { taskId } }),
    status: 404,
  },
  {
    id: "restoreTask",
    where: "path",
    make: task("failed"),
    input: (taskId) => ({ params: { taskId } }),
    status: 404,
  },
  {
    id: "deleteElement",
    where: "path",
    make: () => makeElement(abroad, abroad.ownerId),
    input: (elementId) => ({ params: { elementId } }),
    status: 404,
  },
  {
    id: "deleteVoice",
    where: "path",
    make: () => makeVoice(abroad, abroad.ownerId),
    input: (voiceId) => ({ params: { voiceId } }),
    status: 404,
  },
  {
    id: "getAsset",
    where: "path",
    make: asset,
    input: (assetId) => ({ params: { assetId, variant: "content" } }),
    status: 404,
  },
  {
    id: "getAsset",
    where: "path, for its still",
    make: asset,
    input: (assetId) => ({ params: { assetId, variant: "poster" } }),
    status: 404,
  },
  {
    id: "getAsset",
    where: "path, to keep",
    make: asset,
    input: (assetId) => ({ params: { assetId, variant: "download" } }),
    status: 404,
  },
  {
    id: "restoreAsset",
    where: "path",
    make: () => makeDeletedAsset(abroad, abroad.ownerId),
    input: (assetId) => ({ params: { assetId } }),
    status: 404,
  },
  ...["findAsset", "getAssetUses", "deleteAsset"].map((id) => ({
    id,
    where: "path",
    make: asset,
    input: (assetId: string) => ({ params: { assetId } }),
    status: 404,
  })),
  {
    id: "renameAsset",
    where: "path",
    make: asset,
    input: (assetId) => ({ params: { assetId }, body: { name: "mine" } }),
    status: 404,
  },
  ...["getDraft", "trashDraft", "restoreDraft"].map((id) => ({
    id,
    where: "path",
    make: draft,
    input: (draftId: string) => ({ params: { draftId } }),
    status: 404,
  })),
  {
    id: "saveDraft",
    where: "path",
    make: draft,
    input: (draftId) => ({ params: { draftId }, body: draftBody({ expectedVersion: 1 }) }),
    status: 404,
  },
  {
    id: "updateDraft",
    where: "path",
    make: draft,
    input: (draftId) => ({ params: { draftId }, body: { name: "mine" } }),
    status: 404,
  },
  ...["getUploadOffset", "endUpload"].map((id) => ({
    id,
    where: "path",
    make: () => makeUpload(abroad, abroad.ownerId),
    input: (uploadId: string) => ({ params: { uploadId }, headers: { "tus-resumable": "1.0.0" } }),
    status: 404,
  })),
  {
    id: "finishUpload",
    where: "path",
    make: () => makeUpload(abroad, abroad.ownerId),
    input: (uploadId) => ({ params: { uploadId } }),
    status: 404,
  },
  {
    id: "sendUploadBytes",
    where: "path",
    make: () => makeUpload(abroad, abroad.ownerId),
    input: (uploadId) => ({
      params: { uploadId },
      headers: {
        "tus-resumable": "1.0.0",
        "upload-offset": "0",
        "content-type": "application/offset+octet-stream",
      },
      body: new Uint8Array(3),
    }),
    status: 404,
  },
  {
    id: "setRole",
    where: "path",
    make: member,
    input: (memberId) => ({ params: { memberId }, body: { role: "viewer" } }),
    status: 404,
  },
  {
    id: "removeMember",
    where: "path",
    make: member,
    input: (memberId) => ({ params: { memberId } }),
    status: 404,
  },
  {
    id: "activateTeam",
    where: "path",
    make: async () => abroad.teamId,
    input: (teamId) => ({ params: { teamId } }),
    status: 404,
  },
  {
    id: "createTasks",
    where: "connectionId",
    make: async () => abroad.connectionId,
    input: (connectionId) => ({ body: { request: REQUEST, connectionId } }),
    status: 404,
  },
  {
    id: "createTasks",
    where: "first frame",
    make: asset,
    input: (image) => ({ body: { request: { ...PICTURE_REQUEST, image } } }),
    status: 404,
  },
  {
    id: "createTasks",
    where: "last frame",
    make: asset,
    input: (image_tail) => ({
      body: { request: { ...PICTURE_REQUEST, model_name: "kling-v1-6", mode: "pro", image_tail } },
    }),
    status: 404,
  },
  {
    id: "listTasks",
    where: "cursor",
    make: task("queued"),
    input: (cursor) => ({ query: { cursor } }),
    status: 200,
  },
  {
    id: "listTasks",
    where: "person",
    make: async () => abroad.ownerId,
    input: (person) => ({ query: { person } }),
    status: 200,
  },
  { id: "listAssets", where: "cursor", make: asset, input: (cursor) => ({ query: { cursor } }), status: 200 },
];

test.each(CASES)("another team's id in $id ($where) answers $status and tells nothing", async (it) => {
  const foreignId = await it.make();
  const changes = await watchChanges();
  const answer = await ask(it.id, it.input(foreignId), owner.headers);
  expect(answer.status, JSON.stringify(answer.body)).toBe(it.status);
  expect(JSON.stringify(answer.body)).not.toMatch(/canaryabroad/i);
  if (it.status === 404) expect(await changes()).toEqual([]);
});

test.each(CASES.filter((it) => it.status === 404))(
  "$id ($where): another team's thing looks like one that never was",
  async (it) => {
    const foreignId = await it.make();
    const kind = foreignId.slice(0, foreignId.indexOf("_"));
    const unknownId = `${kind}${newId("task").slice("task".length)}`;
    const [foreign, unknown] = [
      await ask(it.id, it.input(foreignId), owner.headers),
      await ask(it.id, it.input(unknownId), owner.headers),
    ];
    const told = (answer: typeof foreign, id: string) =>
      JSON.stringify({ ...answer.body, requestId: "" }).replaceAll(id, "ID");
    expect(told(foreign, foreignId)).toBe(told(unknown, unknownId));
  },
);

test.each(["", "_kling"])(
  "the gateway%s answers another team's task id like an unknown one",
  async (suffix) => {
    const foreign = await makeTask(abroad, { status: "queued", createdById: abroad.ownerId });
    const unknown = newId("task");
    const [first, second] = [
      await ask(`get_text2video${suffix}`, { params: { id: foreign } }, key.headers),
      await ask(`get_text2video${suffix}`, { params: { id: unknown } }, key.headers),
    ];
    expect([first.status, first.body.code]).toEqual([400, 1201]);
    expect(first.body.message.replace(foreign, "ID")).toBe(second.body.message.replace(unknown, "ID"));
  },
);

test("the gateway takes no cookie and the studio no key", async () => {
  expect((await ask("list_text2video", {}, owner.headers)).body.code).toBe(1001);
  expect((await ask("listTasks", {}, key.headers)).status).toBe(401);
});

test("no operation takes the team from its caller's input", () => {
  const naming = ALL_OPERATIONS.filter((it) => /\{teamId\}/.test(it.path)).map((it) => it.id);
  expect(naming).toEqual(["activateTeam"]);
});
