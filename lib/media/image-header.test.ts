import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readImageHeader } from "./image-header.ts";

const bytesOf = (...parts: readonly (readonly number[] | string | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === "string" ? [...part].map((letter) => letter.charCodeAt(0)) : [...part],
    ),
  );

const uint32 = (value: number) => [
  (value >>> 24) & 255,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
];
const uint16 = (value: number) => [(value >> 8) & 255, value & 255];
const NO_CRC = [0, 0, 0, 0];

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const chunk = (name: string, body: readonly number[]) => [
  ...uint32(body.length),
  ...[...name].map((letter) => letter.charCodeAt(0)),
  ...body,
  ...NO_CRC,
];

type Png = { width: number; height: number; depth?: number; color?: number; interlace?: number };

const ihdr = ({ width, height, depth = 8, color = 2, interlace = 0 }: Png) =>
  chunk("IHDR", [...uint32(width), ...uint32(height), depth, color, 0, 0, interlace]);

const png = (options: Png, ...between: readonly (readonly number[])[]) =>
  bytesOf(PNG_SIGNATURE, ihdr(options), ...between, chunk("IDAT", [1, 2, 3]));

const segment = (marker: number, body: readonly number[]) => [
  0xff,
  marker,
  ...uint16(body.length + 2),
  ...body,
];

type Jpeg = { width: number; height: number; marker?: number; precision?: number; components?: number };

const frame = ({ width, height, marker = 0xc0, precision = 8, components = 3 }: Jpeg) =>
  segment(marker, [
    precision,
    ...uint16(height),
    ...uint16(width),
    components,
    ...Array(components * 3).fill(0),
  ]);

const SCAN = [...segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]), 1, 2, 3, 0xff, 0xd9];

const exif = (orientation: number, order: "II" | "MM") => {
  const swap = (bytes: readonly number[]) => (order === "II" ? [...bytes].reverse() : [...bytes]);
  const letters = [...order].map((letter) => letter.charCodeAt(0));
  const entry = [
    ...swap(uint16(0x0112)),
    ...swap(uint16(3)),
    ...swap(uint32(1)),
    ...swap(uint16(orientation)),
    0,
    0,
  ];
  const body = [...letters, ...swap(uint16(42)), ...swap(uint32(8)), ...swap(uint16(1)), ...entry];
  return segment(0xe1, [0x45, 0x78, 0x69, 0x66, 0, 0, ...body]);
};

const jpeg = (options: Jpeg, ...before: readonly (readonly number[])[]) =>
  bytesOf([0xff, 0xd8], ...before, frame(options), SCAN);

describe("pictures we take", () => {
  test("a PNG says its size, depth and transparency", () => {
    expect(
      readImageHeader(png({ width: 640, height: 360, color: 6, depth: 16, interlace: 1 })),
    ).toMatchObject({
      ok: true,
      mime: "image/png",
      widthPx: 640,
      heightPx: 360,
      bitDepth: 16,
      hasAlpha: true,
      isProgressive: true,
    });
  });

  test("a palette PNG with a transparent colour has alpha", () => {
    const header = readImageHeader(
      png({ width: 4, height: 4, color: 3 }, chunk("PLTE", [0, 0, 0]), chunk("tRNS", [0])),
    );
    expect(header).toMatchObject({ ok: true, hasAlpha: true });
  });

  test.each([
    ["baseline", 0xc0, false],
    ["progressive", 0xc2, true],
  ] as const)("a %s JPEG says its size", (_, marker, isProgressive) => {
    expect(readImageHeader(jpeg({ width: 800, height: 600, marker }))).toMatchObject({
      ok: true,
      mime: "image/jpeg",
      widthPx: 800,
      heightPx: 600,
      isProgressive,
    });
  });

  test.each([
    [1, "II", 800, 600],
    [3, "MM", 800, 600],
    [6, "II", 600, 800],
    [8, "MM", 600, 800],
  ] as const)("orientation %d in %s order shows as %d × %d", (orientation, order, widthPx, heightPx) => {
    expect(readImageHeader(jpeg({ width: 800, height: 600 }, exif(orientation, order)))).toMatchObject({
      orientation,
      widthPx,
      heightPx,
      storedWidthPx: 800,
      storedHeightPx: 600,
    });
  });

  test("fill bytes and unknown segments in front of the frame are no obstacle", () => {
    const header = readImageHeader(
      jpeg({ width: 10, height: 20 }, [0xff, 0xff], segment(0xe5, [1, 2, 3]).slice(1)),
    );
    expect(header).toMatchObject({ ok: true, widthPx: 10, heightPx: 20 });
  });
});

describe("pictures we refuse, and why", () => {
  test.each<[string, Uint8Array, string]>([
    ["nothing", bytesOf(), "not_an_image"],
    ["a web page", bytesOf("<!doctype html><script>alert(1)</script>"), "not_an_image"],
    ["an SVG named .png", bytesOf('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), "convert"],
    ["a GIF with a JAR behind it", bytesOf("GIF89a", [1, 0, 1, 0], "PK\u0003\u0004"), "convert"],
    ["a WebP", bytesOf("RIFF", uint32(20), "WEBPVP8 "), "convert"],
    ["a HEIC", bytesOf(uint32(24), "ftypheic"), "convert"],
    ["an AVIF", bytesOf(uint32(24), "ftypavif"), "convert"],
    ["a TIFF", bytesOf("II", [0x2a, 0, 8, 0, 0, 0]), "convert"],
    ["a PDF", bytesOf("%PDF-1.7"), "not_an_image"],
    ["a concat list", bytesOf("ffconcat version 1.0\nfile /etc/passwd"), "not_an_image"],
    [
      "an animated PNG",
      png({ width: 8, height: 8 }, chunk("acTL", [...uint32(2), ...uint32(0)])),
      "animated",
    ],
    ["a PNG without a picture", bytesOf(PNG_SIGNATURE, ihdr({ width: 8, height: 8 })), "damaged"],
    ["a PNG without a header", bytesOf(PNG_SIGNATURE, chunk("IDAT", [1])), "damaged"],
    ["a PNG of no width", png({ width: 0, height: 8 }), "damaged"],
    ["a PNG of depth 3", png({ width: 8, height: 8, depth: 3 }), "damaged"],
    ["a JPEG of no height", jpeg({ width: 8, height: 0 }), "damaged"],
    ["a JPEG with its frame missing", bytesOf([0xff, 0xd8], SCAN), "damaged"],
    ["a JPEG cut off in its frame", jpeg({ width: 8, height: 8 }).slice(0, 8), "damaged"],
    ["a lossless JPEG", jpeg({ width: 8, height: 8, marker: 0xc3 }), "convert"],
    ["a JPEG with 12 bits", jpeg({ width: 8, height: 8, precision: 12 }), "convert"],
  ])("%s: %#", (_, bytes, refusal) => {
    expect(readImageHeader(bytes)).toMatchObject({ ok: false, refusal });
  });

  test.each<[string, Uint8Array]>([
    ["a PNG of 256 megapixels", png({ width: 16_000, height: 16_000 })],
    ["a PNG of 900 megapixels", png({ width: 30_000, height: 30_000 })],
    ["a PNG as wide as numbers go", png({ width: 0x7fffffff, height: 0x7fffffff })],
    ["a JPEG of 4 gigapixels", jpeg({ width: 65_535, height: 65_535 })],
  ])("%s, in less than 50 ms and without decoding it", (_, bytes) => {
    const start = performance.now();
    expect(readImageHeader(bytes)).toMatchObject({ ok: false, refusal: "too_many_pixels" });
    expect(performance.now() - start).toBeLessThan(50);
  });

  test("a PNG of ten thousand empty chunks is not walked for ever", () => {
    const chunks = Array.from({ length: 10_000 }, () => chunk("zzZz", []));
    expect(readImageHeader(png({ width: 8, height: 8 }, ...chunks))).toMatchObject({ refusal: "damaged" });
  });
});

describe("whatever the bytes are, the answer is a header or a refusal, never an exception", () => {
  const seeds = [
    png({ width: 640, height: 360 }, chunk("iCCP", [1, 2, 3])),
    jpeg({ width: 800, height: 600 }, exif(6, "II"), segment(0xe0, [74, 70, 73, 70, 0])),
  ];

  test("for random bytes behind a true beginning", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds),
        fc.nat(40),
        fc.uint8Array({ maxLength: 200 }),
        (seed, keep, tail) => {
          expect(typeof readImageHeader(bytesOf(seed.slice(0, keep), tail)).ok).toBe("boolean");
        },
      ),
    );
  });

  test("for flipped bytes and cuts anywhere", () => {
    const flip = fc.tuple(fc.nat(200), fc.nat(255));
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds),
        fc.array(flip, { maxLength: 6 }),
        fc.nat(200),
        (seed, flips, cut) => {
          const bytes = seed.slice(0, Math.max(4, seed.length - cut));
          for (const [at, value] of flips) bytes[at % bytes.length] = value;
          const header = readImageHeader(bytes);
          if (header.ok) expect(header.storedWidthPx * header.storedHeightPx).toBeLessThanOrEqual(50_000_000);
          else expect(header.message.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});
