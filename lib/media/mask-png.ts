import { crc32, deflateSync } from "node:zlib";
import type { Mask } from "./mask.ts";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const GREY_8_BITS = [8, 0, 0, 0, 0];

/** A mask as a grey PNG: white is meant, black is not. Written by hand, so that no native code runs in the web process. */
export function maskPng({ widthPx, heightPx, pixels }: Mask): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  const rows = Buffer.alloc((widthPx + 1) * heightPx); // each row begins with its filter: 0, none
  for (let row = 0; row < heightPx; row += 1) {
    for (let column = 0; column < widthPx; column += 1)
      rows[row * (widthPx + 1) + 1 + column] = pixels[row * widthPx + column] === 1 ? 255 : 0;
  }
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", Buffer.concat([header, Buffer.from(GREY_8_BITS)])),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(named.length + 8);
  frame.writeUInt32BE(data.length, 0);
  named.copy(frame, 4);
  frame.writeUInt32BE(crc32(named), named.length + 4);
  return frame;
}
