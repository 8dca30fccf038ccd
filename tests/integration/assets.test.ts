import { afterAll, describe, expect, test } from "vitest";
import { findAssetFile } from "#lib/assets/find-asset-file.ts";
import { keepAsset } from "#lib/assets/keep-asset.ts";
import { listAssets } from "#lib/assets/list-assets.ts";
import { uploadAsset } from "#lib/assets/upload-asset.ts";
import { type SystemTransaction, systemDb } from "#lib/db/client.ts";
import { mediaResponse } from "#lib/http/media-response.ts";
import { blobs } from "#lib/storage/blobs.ts";
import { createTeam } from "#tests/support/team-fixture.ts";
import { makePicture, uploadPicture } from "#tests/support/test-picture.ts";
import { until } from "#tests/support/until.ts";

afterAll(() => systemDb.$disconnect());

async function somebodyWaits(): Promise<boolean> {
  const [locks] = await systemDb.$queryRaw<[{ count: bigint }]>`
    SELECT count(*) FROM pg_locks JOIN pg_stat_activity USING (pid)
    WHERE datname = current_database() AND NOT granted`;
  return locks.count > 0n;
}

describe("an upload", () => {
  test("is stored cleaned and verified, with a still, and the same picture again is the same file", async () => {
    const { caller } = await createTeam();
    const bytes = await makePicture({ widthPx: 500, heightPx: 400 });
    const first = await uploadAsset({ caller, bytes, name: "sea.png" });
    expect(first).toMatchObject({
      origin: "upload",
      mime: "image/png",
      widthPx: 500,
      heightPx: 400,
      name: "sea.png",
    });
    expect((await uploadAsset({ caller, bytes, name: "copy.png" })).id).toBe(first.id);
    const row = await systemDb.asset.findUniqueOrThrow({ where: { id: first.id } });
    expect(await blobs.hash(row.storageKey)).toBe(row.sha256);
    expect(await blobs.size(row.posterKey ?? "")).toBeGreaterThan(0);
  });

  test("that two orders bring at the same moment is one file: the later waits for the earlier, and is not refused", async () => {
    const { teamId } = await createTeam();
    const file = {
      teamId,
      sha256: "a".repeat(64),
      storageKey: "key",
      origin: "upload",
      name: "a",
      mime: "text/plain",
      bytes: 1,
    };
    const keep = (tx: SystemTransaction) => keepAsset(tx, file);
    const [earlier, later] = await systemDb.$transaction(async (tx) => {
      const asset = await keep(tx);
      const second = systemDb.$transaction(keep);
      await until(() => somebodyWaits(), { withinMs: 10_000, what: "the second waits for the first" });
      return [asset, { second }] as const;
    });
    expect((await later.second).id).toBe(earlier.id);
  });

  test("of two teams is two files of one content", async () => {
    const [one, other] = [await createTeam(), await createTeam()];
    const bytes = await makePicture({ widthPx: 320, heightPx: 320 });
    const [mine, theirs] = [
      await uploadAsset({ caller: one.caller, bytes, name: "a.png" }),
      await uploadAsset({ caller: other.caller, bytes, name: "a.png" }),
    ];
    expect(mine.id).not.toBe(theirs.id);
    expect((await listAssets({ caller: one.caller, limit: 10 })).assets.map((asset) => asset.id)).toEqual([
      mine.id,
    ]);
  });

  test.each([
    ["a text", new TextEncoder().encode("<svg onload=alert(1)>"), "unsupported_media_type"],
    ["a GIF", new TextEncoder().encode("GIF89a......"), "unsupported_media_type"],
    ["a torn PNG", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), "unprocessable"],
  ])("that is %s is refused, and nothing is kept of it", async (_what, bytes, code) => {
    const { caller, teamId } = await createTeam();
    await expect(uploadAsset({ caller, bytes, name: "x.png" })).rejects.toMatchObject({ code });
    expect(await systemDb.asset.count({ where: { teamId } })).toBe(0);
  });
});

describe("a file", () => {
  async function fileOfPicture() {
    const team = await createTeam();
    const { id: assetId } = await uploadPicture(team.caller, { widthPx: 400, heightPx: 400 });
    const file = await findAssetFile({ teamId: team.teamId, assetId, variant: "content" });
    const whole = Buffer.from(await blobs.read(file.key));
    const ask = (headers: Record<string, string> = {}) =>
      mediaResponse(new Request("http://localhost/x", { headers }), file);
    return { ...team, assetId, file, whole, ask };
  }

  test("comes whole, in one range, as nothing new, or not at all for a range that makes no sense", async () => {
    const { ask, whole } = await fileOfPicture();
    const full = ask();
    expect(full.status).toBe(200);
    expect(Buffer.from(await full.arrayBuffer())).toEqual(whole);
    const part = ask({ range: "bytes=10-19" });
    expect(part.status).toBe(206);
    expect(part.headers.get("content-range")).toBe(`bytes 10-19/${whole.length}`);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(10, 20));
    expect(ask({ "if-none-match": full.headers.get("etag") ?? "" }).status).toBe(304);
    const nonsense = ask({ range: `bytes=${whole.length}-` });
    expect(nonsense.status).toBe(416);
    expect(nonsense.headers.get("content-range")).toBe(`bytes */${whole.length}`);
    expect(ask({ range: "bytes=0-1", "if-range": '"something else"' }).status).toBe(200);
  });

  test("can run nothing, is never guessed at, and is checked again on every use", async () => {
    const { headers } = (await fileOfPicture()).ask();
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": "image/png",
      "content-security-policy": expect.stringContaining("sandbox; default-src 'none'"),
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-cache",
    });
  });

  test("keeps its name through a download, whatever is in it", async () => {
    const { caller, teamId } = await createTeam();
    const bytes = await makePicture({ widthPx: 300, heightPx: 300 });
    const { id: assetId } = await uploadAsset({ caller, bytes, name: '海边 "100%";\r\nx.png' });
    const file = await findAssetFile({ teamId, assetId, variant: "download" });
    const header = mediaResponse(new Request("http://localhost/x"), file).headers.get("content-disposition");
    expect(header).toMatch(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''%E6%B5%B7%E8%BE%B9/);
    expect(header).not.toMatch(/[\r\n]/);
  });

  test("of another team does not exist", async () => {
    const { assetId } = await fileOfPicture();
    const stranger = await createTeam();
    const wanted = findAssetFile({ teamId: stranger.teamId, assetId, variant: "content" });
    await expect(wanted).rejects.toMatchObject({ code: "not_found" });
  });
});
