import { describe, expect, test } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import type { SelectionPoint } from "#lib/kling/selection.ts";
import { decodeRunLengths } from "#lib/media/run-lengths.ts";
import { changeSelection } from "#lib/providers/sandbox/selections.ts";
import { newId } from "#lib/shared/ids.ts";

const SIZE = { widthPx: 64, heightPx: 36 };
const HOUR_MS = 60 * 60 * 1000;

/** @param points marks by the number of their frame */
async function openSession(
  points: Readonly<Record<string, readonly SelectionPoint[]>> = {},
  livesMs = HOUR_MS,
): Promise<string> {
  const id = newId("sandboxSession");
  const data = { kind: "selection", videoRole: "video_url", totalFrames: 120, ...SIZE, points };
  const expiresAt = new Date(Date.now() + livesMs);
  await systemDb.sandboxSession.create({ data: { id, kind: "selection", externalId: id, data, expiresAt } });
  return id;
}

const add = (sessionId: string, frameIndex: number, points: readonly SelectionPoint[]) =>
  changeSelection({ operation: "add", sessionId, frameIndex, points });
const remove = (sessionId: string, frameIndex: number, points: readonly SelectionPoint[]) =>
  changeSelection({ operation: "delete", sessionId, frameIndex, points });

const MIDDLE = { x: 0.5, y: 0.5 };
const CORNER = { x: 0, y: 0 };
const row = (count: number) => Array.from({ length: count }, (_, index) => ({ x: index / 20, y: 0.25 }));

/** Whether the pixel under each point is selected, by the answer's run lengths. */
function selectedAt(answer: Awaited<ReturnType<typeof add>>, points: readonly SelectionPoint[]): boolean[] {
  const [object] = answer.mask?.rle_mask_list ?? [];
  if (object === undefined) return points.map(() => false);
  const { pixels } = decodeRunLengths(object.rle_mask);
  const place = ({ x, y }: SelectionPoint) =>
    Math.min(SIZE.heightPx - 1, Math.floor(y * SIZE.heightPx)) * SIZE.widthPx +
    Math.min(SIZE.widthPx - 1, Math.floor(x * SIZE.widthPx));
  return points.map((point) => pixels[place(point)] === 1);
}

describe("a selection", () => {
  test("answers marks with the mask of their frame, in both ways of writing it", async () => {
    const session = await openSession();
    const answer = await add(session, 7, [MIDDLE]);
    expect(answer).toMatchObject({ session_id: session, mask: { frame_index: 7 } });
    expect(answer.mask?.rle_mask_list[0]?.rle_mask.size).toEqual([SIZE.heightPx, SIZE.widthPx]);
    const png = Buffer.from(answer.mask?.rle_mask_list[0]?.png_mask.base64 ?? "", "base64");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(selectedAt(answer, [MIDDLE, CORNER])).toEqual([true, false]);
  });

  test("keeps the marks of every frame apart", async () => {
    const session = await openSession();
    await add(session, 1, [MIDDLE]);
    expect(selectedAt(await add(session, 2, [CORNER]), [MIDDLE, CORNER])).toEqual([false, true]);
    expect(selectedAt(await add(session, 1, [CORNER]), [MIDDLE, CORNER])).toEqual([true, true]);
  });

  test("takes back only a mark that is named by the very coordinates it was set with", async () => {
    const session = await openSession();
    await add(session, 3, [MIDDLE, CORNER]);
    const nearly = await remove(session, 3, [{ x: 0.5, y: 0.500001 }]).catch(() => undefined);
    if (nearly !== undefined) expect(selectedAt(nearly, [MIDDLE, CORNER])).toEqual([true, true]);
    expect(selectedAt(await remove(session, 3, [MIDDLE]), [MIDDLE, CORNER])).toEqual([false, true]);
    expect((await remove(session, 3, [CORNER])).mask).toEqual({ frame_index: 3, rle_mask_list: [] });
  });

  test("takes 10 marks on a frame and not one more", async () => {
    const session = await openSession();
    await add(session, 0, row(10));
    await expect(add(session, 0, [CORNER])).rejects.toMatchObject({ code: "invalid_request" });
    expect(selectedAt(await remove(session, 0, row(10)), [CORNER])).toEqual([false]);
  });

  test("takes marks on 10 frames and not on one more, until one is free again", async () => {
    const session = await openSession();
    for (let frame = 0; frame < 10; frame += 1) await add(session, frame, [MIDDLE]);
    await expect(add(session, 10, [MIDDLE])).rejects.toMatchObject({ code: "invalid_request" });
    await remove(session, 4, [MIDDLE]);
    await expect(add(session, 10, [MIDDLE])).resolves.toMatchObject({ mask: { frame_index: 10 } });
  });

  test("is emptied by clear, and neither clear nor preview answers with a mask", async () => {
    const session = await openSession({ 5: [MIDDLE] });
    expect(await changeSelection({ operation: "preview", sessionId: session })).toEqual({
      session_id: session,
    });
    expect(await changeSelection({ operation: "clear", sessionId: session })).toEqual({
      session_id: session,
    });
    expect(selectedAt(await add(session, 5, [CORNER]), [MIDDLE, CORNER])).toEqual([false, true]);
  });

  test("loses nothing when marks are set at once", async () => {
    const session = await openSession();
    const points = row(10);
    await Promise.all(points.map((point) => add(session, 9, [point])));
    await expect(add(session, 9, [CORNER])).rejects.toMatchObject({ code: "invalid_request" });
    expect((await remove(session, 9, points)).mask?.rle_mask_list).toEqual([]);
  });

  test("is not found when it never was, has ended, or is about faces", async () => {
    const faces = newId("sandboxSession");
    const data = { kind: "faces", videoRole: "video_url", faces: [], ...SIZE };
    const expiresAt = new Date(Date.now() + HOUR_MS);
    await systemDb.sandboxSession.create({
      data: { id: faces, kind: "faces", externalId: faces, data, expiresAt },
    });
    for (const session of ["no-such-session", await openSession({}, -1), faces])
      await expect(add(session, 0, [MIDDLE])).rejects.toMatchObject({ code: "not_found" });
  });
});
