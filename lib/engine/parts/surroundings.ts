import { decodePicture } from "../read/decode-picture.ts";
import { type Draw, type PartOf, pixelsOf, type Setup } from "./part.ts";

/** Beyond its edges the picture goes on as in mirrors, so that no seam is seen where it ends. */
export async function prepareSurroundings(part: PartOf<"surroundings">, setup: Setup): Promise<Draw> {
  const { x, y, width, height } = pixelsOf(part.at, setup);
  const picture = await decodePicture(part.image, {
    widthPx: Math.round(width),
    heightPx: Math.round(height),
  });
  const columns = { from: -Math.ceil(x / width), to: Math.ceil((setup.widthPx - x) / width) };
  const rows = { from: -Math.ceil(y / height), to: Math.ceil((setup.heightPx - y) / height) };
  return (context) => {
    for (let row = rows.from; row < rows.to; row += 1) {
      for (let column = columns.from; column < columns.to; column += 1) {
        context.save();
        context.translate(x + (column + 0.5) * width, y + (row + 0.5) * height);
        context.scale(column % 2 === 0 ? 1 : -1, row % 2 === 0 ? 1 : -1);
        context.drawImage(picture, -width / 2, -height / 2, width, height);
        context.restore();
      }
    }
  };
}
