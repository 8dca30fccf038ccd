import { describe, expect, test } from "vitest";
import { IMAGE_MODEL_IDS } from "../image-models.ts";
import type { ImageGenerationRequest } from "../requests/image-generation.ts";
import { checkTask } from "./check-task.ts";
import { everyPoint } from "./grid/grid.ts";
import { imageGeneration } from "./image-generation.ts";
import { type FileFacts, NO_FACTS } from "./kind.ts";

const TEXT: ImageGenerationRequest = { kind: "image-generation", model_name: "kling-v3", prompt: "a boat" };
const IMAGE = "https://example.com/a.png";

function codes(request: ImageGenerationRequest, policy: "strict" | "warn" | "off" = "strict") {
  return checkTask(request, { policy, facts: NO_FACTS }).map(({ code, severity }) => `${code} ${severity}`);
}

/** api-reference §6.3, written out a second time. */
const TEXT_MODELS = ["kling-v1", "kling-v1-5", "kling-v2", "kling-v2-1", "kling-v3"];
const IMAGE_MODELS = ["kling-v1", "kling-v2", "kling-v2-new", "kling-v2-1", "kling-v3"];
const REFERENCE_MODELS = ["kling-v1-5", "kling-v2-1"];

test("every point of the space is legal exactly where §6.3 says so", () => {
  let count = 0;
  let legal = 0;
  for (const point of everyPoint(imageGeneration.grid.axes)) {
    count += 1;
    const model = String(point.model_name);
    const takesPicture = point.image_reference === "none" ? IMAGE_MODELS : REFERENCE_MODELS;
    const expected =
      (point.images === 1 ? takesPicture : TEXT_MODELS).includes(model) &&
      (point.elements === 0 || model === "kling-v3") &&
      (point.resolution === "1k" ||
        ["kling-v2-1", "kling-v3"].includes(model) ||
        (model === "kling-v2" && point.images === 0)) &&
      !(model === "kling-v1" && point.aspect_ratio === "21:9") &&
      Number(point.images) + Number(point.elements) <= 10;
    const refused = imageGeneration.grid.refusals(point);
    if (refused.length === 0) legal += 1;
    if ((refused.length === 0) !== expected) expect.fail(JSON.stringify({ point, refused }));
  }
  expect(count).toBe(6 * 3 * 2 * 8 * 9 * 2 * 11);
  expect(legal).toBeGreaterThan(0);
});

test("a model of another endpoint is refused by name, and the fix is one that is offered", () => {
  for (const model_name of IMAGE_MODEL_IDS) {
    const [first] = checkTask({ ...TEXT, model_name }, { policy: "strict", facts: NO_FACTS });
    const isOffered = TEXT_MODELS.includes(model_name);
    if (isOffered) expect(first).toBeUndefined();
    else expect(first).toMatchObject({ path: "model_name", class: "capability" });
    if (first?.fix) expect(TEXT_MODELS).toContain(first.fix.patch.model_name);
  }
});

describe("rules", () => {
  test("v1-5 refers to a subject or to a face, so a picture alone is refused with a way out", () => {
    const request = { ...TEXT, model_name: "kling-v1-5", image: IMAGE } as const;
    const [found] = checkTask(request, { policy: "strict", facts: NO_FACTS });
    expect(found).toMatchObject({
      path: "image_reference",
      code: "image_to_image_unsupported",
      message: { zh: "可灵 1.5 不支持参考整张图片", en: "Kling 1.5 does not refer to a whole picture" },
      fix: { patch: { image_reference: "subject" } },
    });
    expect(codes({ ...request, image_reference: "face" })).toEqual([]);
    expect(codes(request, "off")).toEqual([]);
  });

  test.each([
    [{ prompt: " " }, ["prompt_required error"]],
    [{ prompt: "x".repeat(2501) }, ["text_too_long error"]],
    [{ prompt: "👨".repeat(2500) }, []],
    [{ negative_prompt: "rain", image: IMAGE }, ["negative_prompt_excluded error"]],
    [{ negative_prompt: "rain" }, []],
    [{ image_reference: "subject" }, ["image_required error"]],
    [{ image_fidelity: 0.5 }, ["image_fidelity_ignored warning"]],
    [{ human_fidelity: 0.45, image: IMAGE }, ["human_fidelity_ignored warning"]],
    [{ element_list: Array.from({ length: 10 }, () => ({ element_id: "1" })) }, []],
    [
      { image: IMAGE, element_list: Array.from({ length: 10 }, () => ({ element_id: "1" })) },
      ["too_many_references error"],
    ],
    [{ model_name: "kling-v2", image: IMAGE, aspect_ratio: "1:1" }, ["aspect_ratio_ignored warning"]],
    [{ model_name: "kling-v2", image: IMAGE }, []],
  ] satisfies [Partial<ImageGenerationRequest>, string[]][])("%j: %j", (fields, expected) => {
    expect(codes({ ...TEXT, ...fields })).toEqual(expected);
  });
});

describe("output", () => {
  const facts = (widthPx: number, heightPx: number) => {
    const file: FileFacts = {
      mime: "image/png",
      bytes: 1,
      widthPx,
      heightPx,
      durationSeconds: null,
      fps: null,
      hasSound: null,
    };
    return new Map([["image", file]]);
  };

  test("n pictures whose longer side is the class that was asked for", () => {
    const request = { ...TEXT, resolution: "2k", aspect_ratio: "9:16", n: 3 } as const;
    expect(imageGeneration.output(request, NO_FACTS).images).toEqual(
      Array.from({ length: 3 }, () => ({ widthPx: 1152, heightPx: 2048 })),
    );
    expect(imageGeneration.output(TEXT, NO_FACTS).images).toEqual([{ widthPx: 1024, heightPx: 576 }]);
  });

  test("restyling keeps the size of the picture", () => {
    const request = { ...TEXT, model_name: "kling-v2-new", image: IMAGE, aspect_ratio: "1:1" } as const;
    expect(imageGeneration.output(request, facts(800, 600)).images).toEqual([
      { widthPx: 800, heightPx: 600 },
    ]);
  });
});
