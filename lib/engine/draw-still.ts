import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { composeFrames } from "./compose-frames.ts";
import type { StillPiece } from "./render-piece.ts";

const JPEG_QUALITY = 90;
/** How long the movement of which one moment is shown would take. */
const MOVEMENT_SECONDS = 5;

/** Draws one picture, at the size it is to have. */
export async function drawStill(piece: StillPiece, outDir: string): Promise<void> {
  const { parts, widthPx, heightPx, isMarked, moment } = piece;
  const setup = { widthPx, heightPx, durationSeconds: MOVEMENT_SECONDS, sound: null };
  const frames = await composeFrames({ parts, isMarked, ...setup });
  await frames.drawAt(moment * MOVEMENT_SECONDS);
  const isPng = piece.file.endsWith(".png");
  const bytes = isPng ? await frames.canvas.encode("png") : await frames.canvas.encode("jpeg", JPEG_QUALITY);
  await writeFile(join(outDir, piece.file), bytes);
}
