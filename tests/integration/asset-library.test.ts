import { afterAll, describe, expect, test } from "vitest";
import { getAssetUses } from "#lib/assets/asset-uses.ts";
import { deleteAsset, forgetRemovedAssets } from "#lib/assets/delete-asset.ts";
import { findAsset } from "#lib/assets/find-asset.ts";
import { findAssetFile } from "#lib/assets/find-asset-file.ts";
import { keepAsset } from "#lib/assets/keep-asset.ts";
import { listAssets } from "#lib/assets/list-assets.ts";
import { namedAmong } from "#lib/assets/named-blobs.ts";
import { renameAsset } from "#lib/assets/rename-asset.ts";
import { restoreAsset } from "#lib/assets/restore-asset.ts";
import { uploadAsset } from "#lib/assets/upload-asset.ts";
import type { Role } from "#lib/contract/permissions.ts";
import { systemDb } from "#lib/db/client.ts";
import { newId } from "#lib/shared/ids.ts";
import { cancelTask } from "#lib/tasks/cancel-task.ts";
import { createTasks } from "#lib/tasks/create-tasks.ts";
import { getTask } from "#lib/tasks/get-task.ts";
import { createTeam, type TestTeam } from "#tests/support/team-fixture.ts";
import { makePicture, uploadPicture } from "#tests/support/test-picture.ts";

afterAll(() => systemDb.$disconnect());

let content = 0;

async function keepFile(teamId: string, file: { name: string; mime: string; origin?: string }) {
  content += 1;
  const sha256 = content.toString(16).padStart(64, "0");
  const row = { teamId, sha256, storageKey: `00/${sha256}.bin`, origin: "upload", bytes: 1, ...file };
  return (await systemDb.$transaction((tx) => keepAsset(tx, row))).id;
}

async function orderWith(team: TestTeam, image: string): Promise<string> {
  const request = { kind: "image2video", model_name: "kling-v1", prompt: "a kite", duration: "5" } as const;
  const [task] = await createTasks({ caller: team.caller, request: { ...request, image }, takes: 1 });
  return task?.id ?? "";
}

describe("the list of files", () => {
  test("shows one type, one origin or one name, and never a mask", async () => {
    const { teamId, caller } = await createTeam();
    const sea = await keepFile(teamId, { name: "海边 100%.png", mime: "image/png" });
    const wave = await keepFile(teamId, { name: "Wave.mp4", mime: "video/mp4", origin: "output" });
    const hum = await keepFile(teamId, { name: "hum.mp3", mime: "audio/wav" });
    await keepFile(teamId, { name: "a mask", mime: "image/png", origin: "mask" });
    const idsOf = async (filter: Omit<Parameters<typeof listAssets>[0], "caller" | "limit">) =>
      (await listAssets({ caller, limit: 10, ...filter })).assets.map(({ id }) => id);
    expect(await idsOf({})).toEqual([hum, wave, sea]);
    expect(await idsOf({ type: "image" })).toEqual([sea]);
    expect(await idsOf({ type: "video" })).toEqual([wave]);
    expect(await idsOf({ type: "audio", origin: "upload" })).toEqual([hum]);
    expect(await idsOf({ type: "audio", origin: "output" })).toEqual([]);
    expect(await idsOf({ search: "海" })).toEqual([sea]);
    expect(await idsOf({ search: " wAVe " })).toEqual([wave]);
    expect(await idsOf({ search: "%" }), "a wildcard is a letter").toEqual([sea]);
    expect(await idsOf({ cursor: wave })).toEqual([sea]);
  });
});

describe("the uses of a file", () => {
  test("are the tasks that it went into, the newest first", async () => {
    const team = await createTeam();
    const { id } = await uploadPicture(team.caller, { widthPx: 400, heightPx: 400 });
    expect(await getAssetUses({ teamId: team.teamId, assetId: id })).toMatchObject({
      taskCount: 0,
      tasks: [],
    });
    const [first, second] = [await orderWith(team, id), await orderWith(team, id)];
    await cancelTask({ caller: team.caller, taskId: first });
    const uses = await getAssetUses({ teamId: team.teamId, assetId: id });
    expect(uses).toMatchObject({ taskCount: 2, unfinishedCount: 1, elementCount: 0 });
    expect(uses.tasks.map((task) => [task.id, task.as, task.status])).toEqual([
      [second, "input", "queued"],
      [first, "input", "canceled"],
    ]);
  });

  test("are the elements that show it", async () => {
    const { teamId, connectionId, caller } = await createTeam();
    const { id: assetId } = await uploadPicture(caller, { widthPx: 400, heightPx: 400 });
    const media = { frontal: "asset_other", refers: [assetId], videos: [] };
    const element = { library: "custom", name: "a", description: "", referenceType: "image_refer" };
    await systemDb.element.create({
      data: { id: newId("element"), teamId, connectionId, upstreamElementId: "1", ...element, media },
    });
    expect((await getAssetUses({ teamId, assetId })).elementCount).toBe(1);
    const refused = deleteAsset({ caller, assetId, isForced: false });
    await expect(refused).rejects.toMatchObject({ code: "conflict", details: { reason: "in_use" } });
  });

  test("of another team's file are nobody's business", async () => {
    const { caller } = await createTeam();
    const { id: assetId } = await uploadPicture(caller, { widthPx: 400, heightPx: 400 });
    const { teamId } = await createTeam();
    await expect(getAssetUses({ teamId, assetId })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("deleting a file", () => {
  test("takes it out of everything, lets the sweep have its bytes, and is forgotten a day later", async () => {
    const { caller, teamId } = await createTeam();
    const { id: assetId } = await uploadPicture(caller, { widthPx: 400, heightPx: 400 });
    const { storageKey, posterKey } = await systemDb.asset.findUniqueOrThrow({ where: { id: assetId } });
    const keys = [storageKey, posterKey ?? ""];
    await deleteAsset({ caller, assetId, isForced: false });
    expect((await listAssets({ caller, limit: 10 })).assets).toEqual([]);
    const gone = { code: "not_found" };
    await expect(findAsset({ teamId, assetId })).rejects.toMatchObject(gone);
    await expect(findAssetFile({ teamId, assetId, variant: "content" })).rejects.toMatchObject(gone);
    await expect(renameAsset({ caller, assetId, name: "a" })).rejects.toMatchObject(gone);
    await expect(deleteAsset({ caller, assetId, isForced: false })).rejects.toMatchObject(gone);
    await expect(orderWith({ caller, teamId, connectionId: "" }, assetId)).rejects.toMatchObject(gone);
    expect((await namedAmong(keys)).size, "an order may just be reading it").toBe(2);
    const removedAt = new Date(Date.now() - 25 * 60 * 60 * 1000);
    await systemDb.asset.update({ where: { id: assetId }, data: { removedAt } });
    expect((await namedAmong(keys)).size).toBe(0);
    await forgetRemovedAssets();
    expect(await systemDb.asset.findUnique({ where: { id: assetId } })).toBeNull();
  });

  test("is refused with its uses; forced, its tasks keep their history without it", async () => {
    const team = await createTeam();
    const { caller, teamId } = team;
    const { id: assetId } = await uploadPicture(caller, { widthPx: 400, heightPx: 400 });
    const taskId = await orderWith(team, assetId);
    for (const isForced of [false, true]) {
      await expect(deleteAsset({ caller, assetId, isForced }), "a task still needs it").rejects.toMatchObject(
        {
          code: "conflict",
          details: { reason: "needed", uses: { taskCount: 1 } },
        },
      );
    }
    await cancelTask({ caller, taskId });
    await expect(deleteAsset({ caller, assetId, isForced: false })).rejects.toMatchObject({
      code: "conflict",
      details: { reason: "in_use", uses: { taskCount: 1, tasks: [{ id: taskId }] } },
    });
    await deleteAsset({ caller, assetId, isForced: true });
    expect((await getTask({ caller, taskId })).inputs).toEqual([]);
    await systemDb.asset.updateMany({ where: { teamId }, data: { removedAt: new Date(0) } });
    await forgetRemovedAssets();
    expect(await systemDb.asset.count({ where: { id: assetId } }), "the task's row refers to it").toBe(1);
  });

  test("is undone by the same file coming again", async () => {
    const { caller, teamId } = await createTeam();
    const bytes = await makePicture({ widthPx: 400, heightPx: 400 });
    const { id: assetId } = await uploadAsset({ caller, bytes, name: "first.png" });
    await deleteAsset({ caller, assetId, isForced: false });
    expect(await uploadAsset({ caller, bytes, name: "again.png" })).toMatchObject({
      id: assetId,
      name: "again.png",
    });
    expect((await findAssetFile({ teamId, assetId, variant: "poster" })).bytes).toBeGreaterThan(0);
  });

  test.each<[Role, boolean]>([
    ["owner", true],
    ["admin", true],
    ["creator", false],
    ["viewer", false],
  ])("that a team-mate brought: %s may: %s", async (role, isAllowed) => {
    const { caller } = await createTeam();
    const { id: assetId } = await uploadPicture(caller, { widthPx: 400, heightPx: 400 });
    const mate = { ...caller, userId: newId("user"), role };
    const deleted = deleteAsset({ caller: mate, assetId, isForced: false });
    if (isAllowed) await deleted;
    else await expect(deleted).rejects.toMatchObject({ code: "forbidden" });
  });
});

test("a file that is renamed keeps its type in the name under which it is saved", async () => {
  const { caller, teamId } = await createTeam();
  const { id: assetId } = await uploadPicture(caller, { widthPx: 400, heightPx: 400 });
  expect(await renameAsset({ caller, assetId, name: "海" })).toMatchObject({ name: "海", hasPoster: true });
  expect((await findAssetFile({ teamId, assetId, variant: "download" })).fileName).toBe("海.png");
});

describe("a deletion", () => {
  test("can be taken back within hours, by whoever may delete, and not after", async () => {
    const { teamId, caller } = await createTeam();
    const assetId = await keepFile(teamId, { name: "sea.png", mime: "image/png" });
    const listed = async () => (await listAssets({ caller, limit: 10 })).assets.map(({ id }) => id);
    await deleteAsset({ caller, assetId, isForced: false });
    expect(await listed()).toEqual([]);
    const later = new Date(Date.now() + 24 * 60 * 60 * 1000);
    await expect(restoreAsset({ caller, assetId, now: later })).rejects.toMatchObject({ code: "not_found" });
    expect((await restoreAsset({ caller, assetId, now: new Date() })).id).toBe(assetId);
    expect(await listed()).toEqual([assetId]);
    const now = new Date();
    await expect(restoreAsset({ caller, assetId, now }), "it is there").rejects.toMatchObject({
      code: "not_found",
    });
  });
});
