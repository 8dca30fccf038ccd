import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { testFilm, testSound } from "#tests/support/test-media.ts";

/** A file that somebody means ill with, or that something happened to. */
export type HostileFile = {
  readonly what: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  /** `details.reason` of the refusal; "neutralised": it is taken, and what was hidden in it is gone. */
  readonly ends: string;
  /** What must not be in anything that is stored. */
  readonly canary?: string;
};

const CANARY = "CANARY-39.9042N-116.4074E";

export async function hostileFiles(): Promise<readonly HostileFile[]> {
  const [png, jpeg, film] = [await picture("png"), await picture("jpeg"), await testFilm()];
  return [...disguises(), ...polyglots(png, jpeg), ...pictures(png, jpeg), ...films(film), ...sounds()];
}

/** What it claims to be is in its name and type only. */
function disguises(): readonly HostileFile[] {
  const as = (what: string, bytes: Uint8Array, ends: string) => ({ what, bytes, ends });
  const png = [
    as("an SVG", text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), "convert"),
    as("an SVG behind an XML head", text('<?xml version="1.0"?><svg onload="alert(1)"/>'), "not_an_image"),
    as("a GIF", text("GIF89a\x01\0\x01\0\x80\0\0"), "convert"),
    as("a HEIC", box("ftyp", text("heic\0\0\0\0mif1heic")), "convert"),
    as("an AVIF", box("ftyp", text("avif\0\0\0\0avifmif1")), "convert"),
    as("a TIFF", bytes(0x49, 0x49, 0x2a, 0, 8, 0, 0, 0), "convert"),
    as("a WebP", Buffer.concat([text("RIFF"), bytes(26, 0, 0, 0), text("WEBPVP8L")]), "convert"),
    as("a BMP", Buffer.concat([text("BM"), Buffer.alloc(60)]), "convert"),
    as("an ICO", bytes(0, 0, 1, 0, 1, 0, 16, 16, 0, 0), "not_an_image"),
    as("a PDF", text("%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript>>>>"), "not_an_image"),
    as("a ZIP", text("PK\x03\x04\x14\0\0\0"), "not_an_image"),
    as("a program", text("\x7fELF\x02\x01\x01"), "not_an_image"),
    as("the EICAR test", text(EICAR), "not_an_image"),
    as("HTML", text("<!doctype html><script>alert(1)</script>"), "not_an_image"),
    as("one byte", bytes(0x89), "not_an_image"),
    as("a list of FFmpeg", text("ffconcat version 1.0\nfile /etc/passwd\n"), "not_an_image"),
  ];
  const mp4 = [
    as("a playlist", text("#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n"), "not_a_video"),
    as("a list of FFmpeg", text("ffconcat version 1.0\nfile /etc/passwd\n"), "not_a_video"),
    as("a Matroska film", bytes(0x1a, 0x45, 0xdf, 0xa3, 0x9f), "not_a_video"),
    as("an AVI", Buffer.concat([text("RIFF"), bytes(9, 0, 0, 0), text("AVI LIST")]), "not_a_video"),
    as("a GIF", text("GIF89a\x01\0\x01\0"), "not_a_video"),
    as("the EICAR test", text(EICAR), "not_a_video"),
    as("a sound", testSound(), "mismatch"),
  ];
  return [
    ...png.map((it) => ({ ...it, what: `${it.what} as PNG`, name: "a.png", type: "image/png" })),
    ...mp4.map((it) => ({ ...it, what: `${it.what} as MP4`, name: "a.mp4", type: "video/mp4" })),
  ];
}

const EICAR = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE", "!$H+H*"].join("");

/** Pictures that are something else as well. */
function polyglots(png: Buffer, jpeg: Buffer): readonly HostileFile[] {
  const asPng = { name: "a.png", type: "image/png", canary: CANARY };
  const asJpeg = { name: "a.jpg", type: "image/jpeg", canary: CANARY };
  const html = text(`<script>/*${CANARY}*/</script>`);
  const php = text(`<?php system('${CANARY}'); ?>`);
  const exif = Buffer.concat([text("Exif\0\0MM\0*\0\0\0\x08"), text(CANARY)]);
  return [
    { ...asPng, what: "PNG with HTML behind it", bytes: Buffer.concat([png, html]), ends: "neutralised" },
    { ...asPng, what: "PNG with HTML in a text", bytes: withChunk(png, "tEXt", html), ends: "neutralised" },
    { ...asPng, what: "PNG with a place in eXIf", bytes: withChunk(png, "eXIf", exif), ends: "neutralised" },
    {
      ...asPng,
      what: "PNG with a ZIP behind it",
      bytes: Buffer.concat([png, text(`PK\x03\x04${CANARY}`)]),
      ends: "neutralised",
    },
    {
      ...asJpeg,
      what: "JPEG with PHP in a comment",
      bytes: withSegment(jpeg, 0xfe, php),
      ends: "neutralised",
    },
    { ...asJpeg, what: "JPEG with PHP behind it", bytes: Buffer.concat([jpeg, php]), ends: "neutralised" },
    {
      ...asJpeg,
      what: "JPEG with a place in its EXIF",
      bytes: withSegment(jpeg, 0xe1, exif),
      ends: "neutralised",
    },
    {
      ...asPng,
      what: "GIFAR",
      bytes: Buffer.concat([text("GIF89a"), text("PK\x03\x04META-INF/")]),
      ends: "convert",
    },
    { ...asJpeg, what: "PNG that says it is a JPEG", bytes: png, ends: "mismatch" },
    { ...asPng, what: "JPEG that says it is a PNG", bytes: jpeg, ends: "mismatch" },
  ];
}

function pictures(png: Buffer, jpeg: Buffer): readonly HostileFile[] {
  const as = { name: "a.png", type: "image/png" };
  const asJpeg = { name: "a.jpg", type: "image/jpeg" };
  const header = png.indexOf("IHDR");
  return [
    { ...as, what: "bomb of 256 megapixels", bytes: bomb(16_000, 16_000), ends: "too_many_pixels" },
    { ...as, what: "bomb of 900 megapixels", bytes: bomb(30_000, 30_000), ends: "too_many_pixels" },
    { ...as, what: "bomb of 2^62 pixels", bytes: bomb(0x7fffffff, 0x7fffffff), ends: "too_many_pixels" },
    { ...as, what: "PNG without a width", bytes: bomb(0, 9), ends: "damaged" },
    {
      ...as,
      what: "animated PNG",
      bytes: withChunk(png, "acTL", bytes(0, 0, 0, 2, 0, 0, 0, 0)),
      ends: "animated",
    },
    { ...as, what: "PNG that ends in its header", bytes: png.subarray(0, header + 8), ends: "damaged" },
    {
      ...as,
      what: "PNG that ends in its pixels",
      bytes: png.subarray(0, Math.floor(png.length * 0.7)),
      ends: "undecodable",
    },
    {
      ...as,
      what: "PNG whose pixels are wrong",
      bytes: flipped(png, png.indexOf("IDAT") + 9),
      ends: "undecodable",
    },
    { ...asJpeg, what: "JPEG of three bytes", bytes: bytes(0xff, 0xd8, 0xff), ends: "damaged" },
    { ...asJpeg, what: "JPEG that ends in its header", bytes: jpeg.subarray(0, 30), ends: "damaged" },
  ];
}

function films(film: Buffer): readonly HostileFile[] {
  const as = { name: "a.mp4", type: "video/mp4" };
  const moov = film.indexOf("moov") - 4;
  const place = box("udta", box("\xa9xyz", Buffer.concat([bytes(0, 25, 0x15, 0xc7), text(CANARY)])));
  const xmp = box("uuid", Buffer.concat([Buffer.alloc(16, 7), text(`<x:xmpmeta>${CANARY}`)]));
  const nested = Array.from({ length: 2_000 }).reduce<Buffer>(
    (inner) => box("moov", inner),
    box("free", Buffer.alloc(0)),
  );
  return [
    {
      ...as,
      what: "film with the place where it was filmed",
      bytes: withinMoov(film, place),
      ends: "neutralised",
      canary: CANARY,
    },
    {
      ...as,
      what: "film with XMP behind it",
      bytes: Buffer.concat([film, xmp]),
      ends: "neutralised",
      canary: CANARY,
    },
    {
      ...as,
      what: "film with a playlist behind it",
      bytes: Buffer.concat([film, box("free", text(`#EXTM3U\n${CANARY}`))]),
      ends: "neutralised",
      canary: CANARY,
    },
    {
      ...as,
      what: "playlist in the skin of a film",
      bytes: Buffer.concat([film.subarray(0, moov), text("#EXTM3U\nfile:///etc/passwd")]),
      ends: "damaged",
    },
    {
      ...as,
      what: "film with a playlist behind it that is no box",
      bytes: Buffer.concat([film, text("#EXTM3U\nhttp://127.0.0.1/\n")]),
      ends: "damaged",
    },
    {
      ...as,
      what: "film without its second half",
      bytes: film.subarray(0, Math.floor(film.length / 2)),
      ends: "damaged",
    },
    { ...as, what: "film whose index is cut", bytes: film.subarray(0, moov + 200), ends: "damaged" },
    { ...as, what: "film of nothing but a beginning", bytes: film.subarray(0, moov), ends: "not_a_video" },
    { ...as, what: "film whose box says 4 GB", bytes: written(film, moov, 0xffffffff), ends: "damaged" },
    { ...as, what: "film whose box says 2 bytes", bytes: written(film, moov, 2), ends: "damaged" },
    {
      ...as,
      what: "film of 4 billion samples",
      bytes: written(film, film.indexOf("stsz") + 12, 0xffffffff),
      ends: "refused",
    },
    {
      ...as,
      what: "film whose sample has 4 GB",
      bytes: written(film, film.indexOf("stsz") + 16, 0xffffffff),
      ends: "refused",
    },
    {
      ...as,
      what: "film whose time is negative",
      bytes: written(film, film.indexOf("stts") + 16, 0x80000000),
      ends: "refused",
    },
    {
      ...as,
      what: "film of a second that has no parts",
      bytes: written(film, film.indexOf("mdhd") + 16, 0),
      ends: "refused",
    },
    {
      ...as,
      what: "film of boxes in boxes in boxes",
      bytes: Buffer.concat([film.subarray(0, moov), nested]),
      ends: "refused",
    },
    { ...as, what: "film whose pictures are noise", bytes: noisy(film), ends: "undecodable" },
    {
      ...as,
      what: "film in a coding that nobody knows",
      bytes: renamed(film, "avc1", "evil"),
      ends: "refused",
    },
  ];
}

function sounds(): readonly HostileFile[] {
  const as = { name: "a.mp3", type: "audio/mpeg" };
  return [
    {
      ...as,
      what: "sound of a tag alone",
      bytes: Buffer.concat([text("ID3\x04\0\0"), bytes(0x7f, 0x7f, 0x7f, 0x7f)]),
      ends: "not_audio",
    },
    {
      name: "a.wav",
      type: "audio/wav",
      what: "WAV without samples",
      bytes: testSound().subarray(0, 44),
      ends: "not_audio",
    },
    {
      name: "a.m4a",
      type: "audio/mp4",
      what: "sound that is a box of nothing",
      bytes: box("ftyp", text("M4A \0\0\0\0M4A ")),
      ends: "not_audio",
    },
  ];
}

function picture(kind: "png" | "jpeg"): Promise<Buffer> {
  const noise = Buffer.from(Array.from({ length: 320 * 320 * 3 }, (_, index) => (index * 7919) % 251));
  const raw = sharp(noise, { raw: { width: 320, height: 320, channels: 3 } });
  return kind === "png" ? raw.png().toBuffer() : raw.jpeg().toBuffer();
}

function text(value: string): Buffer {
  return Buffer.from(value, "latin1");
}

function bytes(...values: readonly number[]): Buffer {
  return Buffer.from(values);
}

function box(name: string, content: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(content.length + 8);
  return Buffer.concat([size, text(name), content]);
}

/** In front of the picture's data. */
function withChunk(png: Buffer, name: string, content: Buffer): Buffer {
  const at = png.indexOf("IDAT") - 4;
  return Buffer.concat([png.subarray(0, at), chunk(name, content), png.subarray(at)]);
}

function chunk(name: string, content: Buffer): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  const named = Buffer.concat([text(name), content]);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** As the PNG specification has it, annex D. */
function crc32(of: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of of) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

/** A few bytes that say they are a wall. */
function bomb(widthPx: number, heightPx: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  header[8] = 1;
  const pixels = deflateSync(Buffer.alloc(30_000));
  const signature = bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", pixels),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Right behind the beginning. */
function withSegment(jpeg: Buffer, marker: number, content: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(content.length + 2);
  return Buffer.concat([jpeg.subarray(0, 2), bytes(0xff, marker), length, content, jpeg.subarray(2)]);
}

/** As the last child of a `moov` that is the last box, or, with chunks moved behind it, of one in front. */
function withinMoov(film: Buffer, child: Buffer): Buffer {
  const at = film.indexOf("moov") - 4;
  const size = film.readUInt32BE(at);
  const grown = Buffer.from(film.subarray(at, at + size));
  grown.writeUInt32BE(size + child.length, 0);
  const isInFront = film.indexOf("mdat") > at;
  if (isInFront) moveChunks(grown, child.length);
  return Buffer.concat([film.subarray(0, at), grown, child, film.subarray(at + size)]);
}

function moveChunks(moov: Buffer, by: number): void {
  for (let at = moov.indexOf("stco"); at !== -1; at = moov.indexOf("stco", at + 4)) {
    const count = moov.readUInt32BE(at + 8);
    for (let entry = at + 12; entry < at + 12 + count * 4; entry += 4)
      moov.writeUInt32BE(moov.readUInt32BE(entry) + by, entry);
  }
}

function written(file: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(file);
  copy.writeUInt32BE(value, at);
  return copy;
}

function flipped(file: Buffer, at: number): Buffer {
  const copy = Buffer.from(file);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}

function renamed(file: Buffer, from: string, to: string): Buffer {
  return Buffer.from(file.toString("latin1").replaceAll(from, to), "latin1");
}

/** The same index over pictures that are none. */
function noisy(film: Buffer): Buffer {
  const copy = Buffer.from(film);
  const at = copy.indexOf("mdat");
  const end = at - 4 + copy.readUInt32BE(at - 4);
  for (let position = at + 4; position < end; position += 32)
    createHash("sha256")
      .update(String(position))
      .digest()
      .copy(copy, position, 0, Math.min(32, end - position));
  return copy;
}
