import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PICTURE } from "./combinations.fixture.ts";
import { MODES, type Mode } from "./fields.ts";
import { MODEL_IDS, type ModelId } from "./models.ts";
import { outputSpec } from "./output.ts";
import type { ClipRequest } from "./requests/clip.ts";

/** api-reference §6.1 by hand: [std, pro, fps from text, fps from a picture]. */
const MAP: Partial<Record<ModelId, [string, string, number, number]>> = {
  "kling-v1": ["720p", "720p", 30, 30],
  "kling-v1-5": ["720p", "1080p", 30, 30],
  "kling-v1-6": ["720p", "1080p", 24, 30],
  "kling-v2-master": ["720p", "720p", 24, 24],
  "kling-v2-1": ["720p", "1080p", 24, 24],
  "kling-v2-1-master": ["1080p", "1080p", 24, 24],
  "kling-v2-5-turbo": ["720p", "1080p", 24, 24],
  "kling-v2-6": ["720p", "1080p", 24, 24],
  "kling-v3": ["720p", "1080p", 24, 24],
};

function text(model_name: ModelId, mode?: Mode): ClipRequest {
  return { kind: "text2video", model_name, prompt: "x", duration: "5", ...(mode && { mode }) };
}

function image(model_name: ModelId, mode?: Mode): ClipRequest {
  return { kind: "image2video", model_name, image: PICTURE, duration: "5", ...(mode && { mode }) };
}

describe("the output of a request", () => {
  test.each(Object.entries(MAP))(
    "%s has the resolution and frame rate of the map",
    (id, [std, pro, fromText, fromImage]) => {
      const model = MODEL_IDS.find((it) => it === id) ?? "kling-v1";
      expect(outputSpec(text(model, "std")).resolution).toBe(std);
      expect(outputSpec(text(model)).resolution).toBe(std);
      expect(outputSpec(text(model, "pro")).resolution).toBe(pro);
      expect(outputSpec(text(model)).fps).toBe(fromText);
      expect(outputSpec(image(model)).fps).toBe(fromImage);
    },
  );

  test("says that 24 fps is our assumption where no page states it", () => {
    expect(outputSpec(text("kling-v2-6")).isFpsAssumed).toBe(true);
    expect(outputSpec(text("kling-v3")).isFpsAssumed).toBe(true);
    expect(outputSpec(text("kling-v2-5-turbo")).isFpsAssumed).toBe(false);
  });

  test.each([
    ["16:9", "std", 1280, 720],
    ["9:16", "std", 720, 1280],
    ["1:1", "std", 720, 720],
    ["16:9", "pro", 1920, 1080],
    ["1:1", "pro", 1080, 1080],
    ["16:9", "4k", 3840, 2160],
    ["9:16", "4k", 2160, 3840],
  ] as const)("%s in %s is %i × %i", (aspect_ratio, mode, widthPx, heightPx) => {
    expect(outputSpec({ ...text("kling-v3", mode), aspect_ratio })).toMatchObject({ widthPx, heightPx });
  });

  test("follows the picture and not aspect_ratio", () => {
    const request = { ...image("kling-v1"), aspect_ratio: "16:9" } as const;
    expect(outputSpec(request, { widthPx: 1000, heightPx: 2500 })).toMatchObject({
      widthPx: 720,
      heightPx: 1800,
    });
    expect(outputSpec(request, { widthPx: 333, heightPx: 333 })).toMatchObject({
      widthPx: 720,
      heightPx: 720,
    });
    expect(outputSpec(request)).toMatchObject({ widthPx: 1280, heightPx: 720 });
  });

  test("has even sides and the class's short side for any legal picture", () => {
    const side = fc.integer({ min: 300, max: 8000 });
    fc.assert(
      fc.property(
        side,
        fc.double({ min: 1, max: 2.5, noNaN: true }),
        fc.boolean(),
        fc.constantFrom(...MODES),
        (short, ratio, isTall, mode) => {
          const long = Math.floor(short * ratio);
          const size = isTall ? { widthPx: short, heightPx: long } : { widthPx: long, heightPx: short };
          const { widthPx, heightPx } = outputSpec(image("kling-v3", mode), size);
          expect(Math.min(widthPx, heightPx)).toBe({ std: 720, pro: 1080, "4k": 2160 }[mode]);
          expect((widthPx % 2) + (heightPx % 2)).toBe(0);
          expect(Math.abs(widthPx / heightPx - size.widthPx / size.heightPx)).toBeLessThan(0.01);
        },
      ),
    );
  });

  test("carries duration and sound", () => {
    expect(outputSpec({ ...text("kling-v3"), duration: "13", sound: "on" })).toMatchObject({
      durationSeconds: 13,
      hasSound: true,
    });
    expect(outputSpec(text("kling-v3")).hasSound).toBe(false);
  });

  test("gives a mode that the model lacks the model's best", () => {
    expect(outputSpec(text("kling-v2-6", "4k")).resolution).toBe("1080p");
  });
});
