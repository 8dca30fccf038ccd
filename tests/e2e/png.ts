import { crc32, deflateSync } from "node:zlib";

type Size = { widthPx: number; heightPx: number };

/** A PNG of slanted stripes: small, valid, and not of one colour. */
export function pngOf({ widthPx, heightPx }: Size): Buffer {
  const rows = Array.from({ length: heightPx }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: widthPx }, (_, x) => ((x + y) % 64 < 32 ? 90 : 200))]),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  header.set([8, 0, 0, 0, 0], 8); // 8 bits, grey
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunkOf("IHDR", header),
    chunkOf("IDAT", deflateSync(Buffer.concat(rows))),
    chunkOf("IEND", Buffer.alloc(0)),
  ]);
}

function chunkOf(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  frame.set(body, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
