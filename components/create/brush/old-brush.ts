import type { DrawingOwner } from "#components/motion/drafts/brush-draft.ts";
import { brushDraft, brushKey } from "#components/motion/drafts/brush-draft.ts";
import { assetUrl } from "#lib/client/assets.ts";
import type { Image2VideoRequest } from "#lib/kling/requests/image2video.ts";
import { type BrushDocument, emptyDocument, type Operation, type Run } from "#lib/motion/document.ts";
import { LABELS, type Label, REGIONS, STILL } from "#lib/motion/labels.ts";
import { fromWire } from "#lib/motion/path/wire.ts";
import { runsOfMask } from "#lib/motion/png/runs-of-mask.ts";
import type { Size } from "#lib/motion/point.ts";

/**
 * Draws on the picture what an old request had on it: masks become regions again, paths the ways they were drawn. It comes on
 * top of what is there already, as steps that can be undone. Throws when a mask cannot be had.
 * @returns what takes it back
 */
export async function drawOldBrush(
  owner: DrawingOwner,
  request: Image2VideoRequest,
  size: Size,
): Promise<() => void> {
  const draft = brushDraft(brushKey(owner, request.image ?? ""));
  const [before, steps] = await Promise.all([draft.load(), stepsOf(request, size)]);
  draft.write(drawnOver(before ?? emptyDocument(size), steps, size));
  return () => draft.write(before ?? emptyDocument(size));
}

function drawnOver(before: BrushDocument, steps: readonly Operation[], size: Size): BrushDocument {
  const { widthPx, heightPx } = before.size;
  // What was drawn at another size does not fit under these steps.
  if (widthPx !== size.widthPx || heightPx !== size.heightPx) return { ...emptyDocument(size), done: steps };
  const clears = LABELS.map((label): Operation => ({ type: "clear", label }));
  const isEmpty = before.done.length === 0;
  return { ...before, done: [...before.done, ...(isEmpty ? [] : clears), ...steps], undone: [] };
}

async function stepsOf(request: Image2VideoRequest, size: Size): Promise<readonly Operation[]> {
  const { static_mask, dynamic_masks = [] } = request;
  const masks = dynamic_masks.flatMap((item, index) => {
    const region = REGIONS[index];
    return region === undefined ? [] : [{ ...item, region }];
  });
  const painted = await Promise.all([
    ...masks.map(({ mask, region }) => runsStep(mask, region, size)),
    ...(static_mask === undefined ? [] : [runsStep(static_mask, STILL, size)]),
  ]);
  const ways = masks.map(({ region, trajectories }): Operation => {
    return { type: "path", region, path: fromWire(trajectories, size) };
  });
  return [...painted, ...ways];
}

async function runsStep(assetId: string, label: Label, size: Size): Promise<Operation> {
  return { type: "runs", label, locked: [], runs: await readMask(assetId, size) };
}

/** Masks of other clients may have another size of the picture's shape. */
async function readMask(assetId: string, { widthPx, heightPx }: Size): Promise<readonly Run[]> {
  const mask = new Image();
  mask.src = assetUrl(assetId, "content");
  await mask.decode();
  const canvas = document.createElement("canvas");
  canvas.width = widthPx;
  canvas.height = heightPx;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (pen === null) throw new Error("this browser gives no canvas to read with");
  pen.imageSmoothingEnabled = false;
  pen.drawImage(mask, 0, 0, widthPx, heightPx);
  return runsOfMask({ bytes: pen.getImageData(0, 0, widthPx, heightPx).data, bytesPerPixel: 4 });
}
