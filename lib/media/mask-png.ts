import { deflateSync } from "node:zlib";
import { greyPng } from "#lib/motion/png/grey-png.ts";
import type { Mask } from "./mask.ts";

/** A mask as a grey PNG: white is meant, black is not. Written by hand, so that no native code runs in the web process. */
export function maskPng({ widthPx, heightPx, pixels }: Mask): Buffer {
  const rows = Buffer.alloc((widthPx + 1) * heightPx); // each row begins with its filter: 0, none
  for (let row = 0; row < heightPx; row += 1) {
    for (let column = 0; column < widthPx; column += 1)
      rows[row * (widthPx + 1) + 1 + column] = pixels[row * widthPx + column] === 1 ? 255 : 0;
  }
  return Buffer.from(greyPng({ widthPx, heightPx }, deflateSync(rows)));
}
