import { hashPassword } from "better-auth/crypto";
import { systemDb } from "#lib/db/client.ts";
import { callbackToken } from "#lib/secrets/callback-token.ts";
import { invitationToken } from "#lib/secrets/invitation-link.ts";
import { newId } from "#lib/shared/ids.ts";
import { createApiKey } from "#lib/teams/create-api-key.ts";
import { type Actor, makeMember } from "./actors.ts";
import type { Input } from "./call.ts";
import { draftCalls } from "./drafts.ts";
import { makeElement, makeVoice } from "./kept.ts";
import { MATRIX } from "./matrix.ts";
import { makeAsset, makeDeletedAsset, makeUpload, onePixelRow } from "./media.ts";
import { makeMessage, makeWebhook } from "./webhooks.ts";
import { makeTask, type TestTeam } from "./world.ts";

export type Prepare = (team: TestTeam, actor: Actor) => Promise<Input> | Input;

const PASSWORD = "four green kites fly";
const NEXT_PASSWORD = "seven blue boats sail";

/** A complete, legal call of every row of the matrix: whatever refuses it refuses the caller, not the input. */
export const CALLS: Readonly<Record<string, Prepare>> = {
  getSetup: () => ({}),
  setUp: () => ({
    body: { email: "second@example.com", password: PASSWORD, name: "Second", teamName: "Second" },
  }),
  signIn: (team) => ({ body: { email: `founder.${team.canary}@example.com`, password: PASSWORD } }),
  signOut: () => ({ body: {} }),
  requestPasswordReset: (team) => ({ body: { email: `founder.${team.canary}@example.com` } }),
  resetPassword: () => ({ body: { token: "x".repeat(24), newPassword: NEXT_PASSWORD } }),
  getMe: () => ({}),
  updateMe: () => ({ body: { theme: "dark" } }),
  changePassword: async (_team, { userId }) => {
    if (userId) await givePassword(userId);
    return { body: { currentPassword: PASSWORD, newPassword: NEXT_PASSWORD } };
  },

  getTeam: () => ({}),
  updateTeam: (_team, { kind }) => ({ body: { name: kind === "stranger" ? "team of B" : "team of A" } }),
  leaveTeam: () => ({}),
  listTeams: () => ({}),
  activateTeam: (team) => ({ params: { teamId: team.teamId } }),
  listMembers: () => ({}),
  setRole: async (team) => ({ ...(await someone(team, "viewer")), body: { role: "creator" } }),
  "setRole.of_owner": async (team) => ({ ...(await someone(team, "owner")), body: { role: "admin" } }),
  "setRole.to_owner": async (team) => ({ ...(await someone(team, "admin")), body: { role: "owner" } }),
  removeMember: (team) => someone(team, "creator"),
  "removeMember.owner": (team) => someone(team, "owner"),
  listInvitations: () => ({}),
  inviteMember: () => ({ body: { email: freshEmail(), role: "creator" } }),
  "inviteMember.owner": () => ({ body: { email: freshEmail(), role: "owner" } }),
  cancelInvitation: async (team) => ({ params: { invitationId: await makeInvitation(team) } }),
  getInvitation: async (team) => ({ params: { invitationId: invitationToken(await makeInvitation(team)) } }),
  "getInvitation.forged": async (team) => ({ params: { invitationId: await forgedToken(team) } }),
  acceptInvitation: async (team) => ({
    params: { invitationId: invitationToken(await makeInvitation(team)) },
    body: { account: { name: "Invited", password: PASSWORD } },
  }),
  "acceptInvitation.forged": async (team) => ({
    params: { invitationId: await forgedToken(team) },
    body: { account: { name: "Invited", password: PASSWORD } },
  }),

  listApiKeys: () => ({}),
  createApiKey: () => ({ body: { name: "a key", scope: "read", budgetUnits: 12.5 } }),
  getSigningSecret: () => ({}),
  rotateSigningSecret: () => ({}),
  "revokeApiKey.mates": (team) => keyOf(team, team.ownerId),
  "revokeApiKey.own": (team, actor) => keyOf(team, actor.userId ?? team.ownerId),

  listWebhooks: () => ({}),
  createWebhook: () => ({ body: { url: "https://hooks.example.com/", events: ["task.failed"] } }),
  updateWebhook: async (team) => ({ params: await makeWebhook(team), body: { isEnabled: false } }),
  deleteWebhook: async (team) => ({ params: await makeWebhook(team) }),
  rotateWebhookSecret: async (team) => ({ params: await makeWebhook(team) }),
  testWebhook: async (team) => ({ params: await makeWebhook(team) }),
  listWebhookDeliveries: async (team) => ({ params: await makeWebhook(team) }),
  resendWebhookDelivery: async (team) => ({ params: await makeMessage(team) }),

  listConnections: () => ({}),
  createConnection: (_team, { kind }) => ({
    body: { preset: "kapon", name: kind === "stranger" ? "of B" : "of A", credential: UPSTREAM_KEY },
  }),
  updateConnection: (team) => ({
    params: { connectionId: team.connectionId },
    body: { parallel: { video: 4, image: 9, try_on: 2 } },
  }),
  deleteConnection: async (team) => ({ params: { connectionId: await spareConnection(team) } }),
  reorderConnections: async (team) => ({ body: { connectionIds: await connectionIdsOf(team) } }),
  pauseConnection: async (team) => ({ params: { connectionId: await setPaused(team, false) } }),
  resumeConnection: async (team) => ({ params: { connectionId: await setPaused(team, true) } }),
  testConnection: (team) => ({ params: { connectionId: team.connectionId } }),
  testNewConnection: () => ({ body: { preset: "sandbox" } }),
  setFailOver: () => ({ body: { mayFailOver: true, extraUnits: 1.5 } }),

  listAudit: () => ({}),
  verifyAudit: () => ({}),
  exportAudit: () => ({ query: { format: "csv" } }),

  createTasks: () => ({
    body: { request: { kind: "text2video", model_name: "kling-v1", prompt: "a kite", duration: "5" } },
  }),
  listTasks: () => ({}),
  getTask: (team) => task(team, { status: "queued", createdById: team.ownerId }),
  "cancelTask.mates": (team) => task(team, { status: "queued", createdById: team.ownerId }),
  "cancelTask.own": (team, actor) => task(team, { status: "queued", createdById: idOf(team, actor) }),
  "retryTask.mates": (team) => task(team, { status: "failed", createdById: team.ownerId }),
  "retryTask.own": (team, actor) => task(team, { status: "failed", createdById: idOf(team, actor) }),
  "decideTask.mates": async (team) => ({
    ...(await task(team, { status: "unknown", createdById: team.ownerId })),
    body: { decision: "check_again" },
  }),
  "decideTask.own": async (team, actor) => ({
    ...(await task(team, { status: "unknown", createdById: idOf(team, actor) })),
    body: { decision: "check_again" },
  }),
  "moveTask.mates": async (team) => ({
    ...(await task(team, { status: "queued", createdById: team.ownerId })),
    body: { to: "first" },
  }),
  "moveTask.own": async (team, actor) => ({
    ...(await task(team, { status: "queued", createdById: idOf(team, actor) })),
    body: { to: "last" },
  }),
  "setTaskPriority.mates": async (team) => ({
    ...(await task(team, { status: "queued", createdById: team.ownerId })),
    body: { priority: -1 },
  }),
  "setTaskPriority.own": async (team, actor) => ({
    ...(await task(team, { status: "queued", createdById: idOf(team, actor) })),
    body: { priority: -1 },
  }),
  "setTaskPriority.above": async (team, actor) => ({
    ...(await task(team, { status: "queued", createdById: idOf(team, actor) })),
    body: { priority: 1 },
  }),
  // The sandbox makes nothing elsewhere.
  adoptTask: () => ({ body: { kind: "text2video", upstreamTaskId: "123456789" } }),
  "fetchAgain.mates": (team) => task(team, { status: "archiving", createdById: team.ownerId }),
  "fetchAgain.own": (team, actor) => task(team, { status: "archiving", createdById: idOf(team, actor) }),
  getArchiveRadar: () => ({}),
  "trashTask.mates": (team) => task(team, { status: "failed", createdById: team.ownerId }),
  "trashTask.own": (team, actor) => task(team, { status: "failed", createdById: idOf(team, actor) }),
  "restoreTask.mates": (team) => task(team, { status: "failed", createdById: team.ownerId, trashed: true }),
  "restoreTask.own": (team, actor) =>
    task(team, { status: "failed", createdById: idOf(team, actor), trashed: true }),

  uploadAsset: async () => ({ query: { name: "kite.png" }, body: await onePixelRow() }),
  // An address inside is refused without a call; whoever gets so far was let in.
  importAsset: () => ({ body: { url: "http://127.0.0.1/kite.png" } }),
  listAssets: () => ({}),
  findAsset: async (team) => ({ params: { assetId: await makeAsset(team) } }),
  getAssetUses: async (team) => ({ params: { assetId: await makeAsset(team) } }),
  renameAsset: async (team) => ({ params: { assetId: await makeAsset(team) }, body: { name: "a kite" } }),
  "deleteAsset.mates": async (team) => ({ params: { assetId: await makeAsset(team) } }),
  "deleteAsset.own": async (team, { userId }) => ({ params: { assetId: await makeAsset(team, userId) } }),
  describeUploads: () => ({}),
  createUpload: () => ({ headers: { ...TUS, "upload-length": "9", "upload-metadata": KITE } }),
  "getUploadOffset.mates": (team) => uploadOf(team, team.ownerId, TUS),
  "getUploadOffset.own": (team, { userId }) => uploadOf(team, userId, TUS),
  "sendUploadBytes.mates": async (team) => ({
    ...(await uploadOf(team, team.ownerId, BYTES)),
    body: NOTHING,
  }),
  "sendUploadBytes.own": async (team, { userId }) => ({
    ...(await uploadOf(team, userId, BYTES)),
    body: NOTHING,
  }),
  "endUpload.mates": (team) => uploadOf(team, team.ownerId, TUS),
  "endUpload.own": (team, { userId }) => uploadOf(team, userId, TUS),
  "finishUpload.mates": (team) => finishedUploadOf(team, team.ownerId),
  "finishUpload.own": (team, { userId }) => finishedUploadOf(team, userId),
  getAsset: async (team) => ({ params: { assetId: await makeAsset(team), variant: "content" } }),

  listElements: () => ({}),
  "deleteElement.mates": async (team) => ({
    params: { elementId: await makeElement(team, team.ownerId) },
  }),
  "deleteElement.own": async (team, actor) => ({
    params: { elementId: await makeElement(team, idOf(team, actor)) },
  }),
  listVoices: () => ({}),
  "deleteVoice.mates": async (team) => ({ params: { voiceId: await makeVoice(team, team.ownerId) } }),
  "deleteVoice.own": async (team, actor) => ({
    params: { voiceId: await makeVoice(team, idOf(team, actor)) },
  }),
  listPresetElements: (team) => ({
    params: { connectionId: team.connectionId },
    query: { library: "custom" },
  }),
  listPresetVoices: (team) => ({ params: { connectionId: team.connectionId } }),

  "restoreAsset.mates": async (team) => ({ params: { assetId: await makeDeletedAsset(team, team.ownerId) } }),
  "restoreAsset.own": async (team, actor) => ({
    params: { assetId: await makeDeletedAsset(team, idOf(team, actor)) },
  }),
  streamEvents: () => ({}),

  ...draftCalls(),

  receiveCallback: async (team) => ({
    params: { token: callbackToken({ taskId: await runningTask(team), paidTry: 1 }) },
    body: { task_status: "succeed" },
  }),
  "receiveCallback.forged": async (team) => {
    const taskId = await runningTask(team);
    const token = taskId + callbackToken({ taskId: newId("task"), paidTry: 1 }).slice(taskId.length);
    return { params: { token }, body: { task_status: "succeed" } };
  },

  getHealth: () => ({}),
  getLivez: () => ({}),
  getMetrics: () => ({}),
  getOpenApi: () => ({}),
  getGatewayOpenApi: () => ({}),

  ...gatewayCalls(""),
  ...gatewayCalls("_kling"),
  "getResultFile.forged": async (team) => ({
    params: { assetId: await makeAsset(team) },
    query: { expires: "9999999999", signature: "A".repeat(43) },
  }),
};

function gatewayCalls(suffix: string): Record<string, Prepare> {
  return {
    [`create_text2video${suffix}`]: () => ({ body: { model_name: "kling-v1", prompt: "a kite" } }),
    [`get_text2video${suffix}`]: async (team) => ({
      params: { id: await makeTask(team, { status: "queued", createdById: team.ownerId }) },
    }),
    [`list_text2video${suffix}`]: () => ({}),
    [`create_image2video${suffix}`]: async () => ({
      body: {
        model_name: "kling-v1",
        prompt: "a kite",
        image: Buffer.from(await onePixelRow()).toString("base64"),
      },
    }),
    // The id of a task of another kind is as unknown as one that never was.
    [`get_image2video${suffix}`]: async (team) => ({
      params: { id: await makeTask(team, { status: "queued", createdById: team.ownerId }) },
    }),
    [`list_image2video${suffix}`]: () => ({}),
    ...Object.fromEntries(
      MATRIX.filter(({ name }) => isPlainGatewayRow(name) && name.endsWith("_kling") === (suffix !== "")).map(
        ({ name }) => [name, name.startsWith("account_costs") ? packsOfThisYear : () => nothingToSay(name)],
      ),
    ),
    [`unified_get_job${suffix}`]: async (team) => ({
      params: { id: await makeTask(team, { status: "queued", createdById: team.ownerId }) },
    }),
  };
}

/** Rows that the matrix makes itself: of kinds other than the two clips, of libraries and of the other dialects. */
function isPlainGatewayRow(name: string): boolean {
  return (
    /^(create|get|list|add|delete|clear|preview|unified|generations|account)_/.test(name) &&
    !/(text2video|image2video)(_kling)?$/.test(name.replace("multi-image2video", ""))
  );
}

/** No body worth the name, and an id that nobody has. */
function nothingToSay(name: string): Input {
  const isPost =
    /(^|_)(create|add|delete|clear|preview)_/.test(name) && !/_preset_|(^|_)(list|get)_/.test(name);
  return { params: { id: "nobody-has-this" }, ...(isPost && { body: {} }) };
}

function packsOfThisYear(): Input {
  return { query: { start_time: "1735689600000", end_time: "1767225600000" } };
}

function idOf(team: TestTeam, actor: Actor): string {
  return actor.kind === "stranger" ? team.ownerId : (actor.userId ?? team.ownerId);
}

async function task(team: TestTeam, row: Parameters<typeof makeTask>[1]): Promise<Input> {
  return { params: { taskId: await makeTask(team, row) } };
}

const UPSTREAM_KEY = { kind: "api_key", key: "sk-0123456789abcdef" };

/** One that is nobody's default. */
async function spareConnection({ teamId, canary }: TestTeam): Promise<string> {
  const id = newId("connection");
  const name = `${canary} spare`;
  await systemDb.connection.create({ data: { id, teamId, name, provider: "sandbox", maxParallel: 1 } });
  return id;
}

async function setPaused({ teamId, connectionId }: TestTeam, isPaused: boolean): Promise<string> {
  const data = { pausedAt: isPaused ? new Date() : null };
  await systemDb.connection.updateMany({ where: { id: connectionId, teamId }, data });
  return connectionId;
}

async function connectionIdsOf({ teamId }: TestTeam): Promise<string[]> {
  const rows = await systemDb.connection.findMany({ where: { teamId, removedAt: null } });
  return rows.map(({ id }) => id);
}

function runningTask(team: TestTeam): Promise<string> {
  return makeTask(team, { status: "processing", createdById: team.ownerId });
}

async function someone(team: TestTeam, role: Parameters<typeof makeMember>[1]): Promise<Input> {
  return { params: { memberId: (await makeMember(team, role)).memberId } };
}

async function keyOf(team: TestTeam, userId: string): Promise<Input> {
  const { id } = await createApiKey({
    teamId: team.teamId,
    userId,
    name: `${team.canary} key`,
    scope: "read",
    expiresAt: null,
  });
  return { params: { keyId: id } };
}

async function makeInvitation(team: TestTeam): Promise<string> {
  const id = newId("invitation");
  await systemDb.invitation.create({
    data: {
      id,
      organizationId: team.teamId,
      email: freshEmail(),
      role: "creator",
      status: "pending",
      inviterId: team.ownerId,
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  });
  return id;
}

/** The right id with the MAC of another one. */
async function forgedToken(team: TestTeam): Promise<string> {
  const id = await makeInvitation(team);
  return id + invitationToken(newId("invitation")).slice(id.length);
}

async function givePassword(userId: string): Promise<void> {
  const password = await hashPassword(PASSWORD);
  await systemDb.account.create({
    data: { id: newId("account"), userId, accountId: userId, providerId: "credential", password },
  });
}

let emails = 0;

function freshEmail(): string {
  return `invited${emails++}@example.com`;
}

const TUS = { "tus-resumable": "1.0.0" };
const BYTES = { ...TUS, "upload-offset": "0", "content-type": "application/offset+octet-stream" };
const KITE = `filename ${Buffer.from("kite.png").toString("base64")},filetype aW1hZ2UvcG5n`;
const NOTHING = new Uint8Array();

async function uploadOf(team: TestTeam, userId: string | undefined, headers: Record<string, string>) {
  return { params: { uploadId: await makeUpload(team, userId ?? team.ownerId) }, headers };
}

/** Its file is in the library already, so that finishing it again has nothing to decode. */
async function finishedUploadOf(team: TestTeam, userId: string | undefined): Promise<Input> {
  const uploadId = await makeUpload(team, userId ?? team.ownerId);
  const assetId = await makeAsset(team);
  await systemDb.upload.update({ where: { id: uploadId }, data: { assetId } });
  return { params: { uploadId } };
}
