import type { Size } from "../point.ts";
import { crc32 } from "./crc32.ts";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * Eight bits of grey, no interlacing. One bit would do for two levels, but a reader that takes such a picture for
 * true-or-false and compares it with a brightness finds nothing in it.
 */
const GREY_8_BITS = [8, 0, 0, 0, 0];

/** A grey PNG around its compressed rows (zlib), each of which begins with its filter byte. */
export function greyPng({ widthPx, heightPx }: Size, rows: Uint8Array): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(8 + GREY_8_BITS.length);
  const fields = new DataView(header.buffer);
  fields.setUint32(0, widthPx);
  fields.setUint32(4, heightPx);
  header.set(GREY_8_BITS, 8);
  return joined([
    Uint8Array.from(SIGNATURE),
    ...chunk("IHDR", header),
    ...chunk("IDAT", rows),
    ...chunk("IEND", new Uint8Array(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): readonly Uint8Array[] {
  const named = joined([new TextEncoder().encode(type), data]);
  return [numberOf(data.length), named, numberOf(crc32(named))];
}

function numberOf(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
}
