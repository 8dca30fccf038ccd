import { serveParent } from "#lib/media/limited-child-entry.ts";
import { drawStill } from "./draw-still.ts";
import { quietLibav } from "./encode/libav.ts";
import { filmClip } from "./film-clip.ts";
import type { PieceJob } from "./render-pieces.ts";
import { writeSounds } from "./write-sounds.ts";

/** The renderer's process. The job comes from `renderPieces` over our own channel, so its shape is taken as given. */
serveParent(async (input, reportProgress) => {
  const { pieces, outDir } = input as PieceJob;
  quietLibav();
  for (const [index, piece] of pieces.entries()) {
    const report = (fraction: number) => reportProgress((index + fraction) / pieces.length);
    switch (piece.make) {
      case "clip":
        await filmClip(piece, outDir, report);
        break;
      case "still":
        await drawStill(piece, outDir);
        break;
      case "sound":
        await writeSounds(piece, outDir);
        break;
    }
    report(1);
  }
});
