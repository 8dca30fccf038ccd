import { crc32, deflateSync } from "node:zlib";
import type { Mask } from "./mask.ts";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const WHITE = 255;

/** A mask as a PNG in grey, 8 bits: white where it is painted and black elsewhere. */
export function maskPng({ widthPx, heightPx, painted }: Mask): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  header[8] = 8; // bits; all else 0: grey, deflate, plain filters, not interlaced
  const rows = Buffer.alloc((widthPx + 1) * heightPx); // each row begins with its filter, 0: none
  painted.forEach((isPainted, index) => {
    const row = Math.floor(index / widthPx);
    if (isPainted !== 0) rows[index + row + 1] = WHITE;
  });
  const data = deflateSync(rows);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
