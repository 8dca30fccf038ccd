import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkImage, type ImageFacts } from "./check-image.ts";

const FINE: ImageFacts = { widthPx: 1280, heightPx: 720, bytes: 400_000, mime: "image/jpeg" };

function codes(image: Partial<ImageFacts>): string[] {
  return checkImage({ ...FINE, ...image }).map((problem) => problem.code);
}

describe("a picture", () => {
  test("within the limits has no problem, right up to each limit", () => {
    expect(codes({})).toEqual([]);
    expect(codes({ widthPx: 300, heightPx: 750, bytes: 10 * 1024 * 1024, mime: "image/PNG" })).toEqual([]);
  });

  test("is refused one past each limit", () => {
    expect(codes({ bytes: 10 * 1024 * 1024 + 1 })).toEqual(["image_bytes"]);
    expect(codes({ widthPx: 299, heightPx: 400 })).toEqual(["image_side"]);
    expect(codes({ widthPx: 300, heightPx: 751 })).toEqual(["image_ratio"]);
    expect(codes({ mime: "image/webp" })).toEqual(["image_type"]);
  });

  test("too long is cropped to 2.5:1, too small is then enlarged", () => {
    const problems = checkImage({ ...FINE, widthPx: 1000, heightPx: 200 });
    expect(problems.map((problem) => problem.fix)).toEqual([
      { kind: "crop", target: { widthPx: 500, heightPx: 200 } },
      { kind: "scale", target: { widthPx: 750, heightPx: 300 } },
    ]);
  });

  test("too heavy is written anew at no more than 4K", () => {
    const [problem] = checkImage({
      ...FINE,
      widthPx: 8000,
      heightPx: 4000,
      bytes: 30_000_000,
      mime: "image/png",
    });
    expect(problem?.fix).toEqual({ kind: "transcode", target: { widthPx: 3840, heightPx: 1920 } });
  });

  test("is fine once every fix has been applied", () => {
    const side = fc.integer({ min: 1, max: 20_000 });
    const mime = fc.constantFrom("image/jpeg", "image/png", "image/webp", "image/heic");
    fc.assert(
      fc.property(
        side,
        side,
        fc.integer({ min: 1, max: 100_000_000 }),
        mime,
        (widthPx, heightPx, bytes, type) => {
          let image: ImageFacts = { widthPx, heightPx, bytes, mime: type };
          for (const { fix } of checkImage(image)) {
            image = {
              ...image,
              ...fix.target,
              ...(fix.kind === "transcode" && { bytes: 1_000_000, mime: "image/jpeg" }),
            };
          }
          expect(checkImage(image)).toEqual([]);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
