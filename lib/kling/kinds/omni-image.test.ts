import { describe, expect, test } from "vitest";
import type { OmniImageRequest } from "../requests/omni-image.ts";
import { checkTask } from "./check-task.ts";
import { everyPoint } from "./grid/grid.ts";
import { NO_FACTS } from "./kind.ts";
import { omniImage } from "./omni-image.ts";

const O1: OmniImageRequest = { kind: "omni-image", model_name: "kling-image-o1", prompt: "a boat" };
const OMNI: OmniImageRequest = { ...O1, model_name: "kling-v3-omni" };
const PICTURES = (count: number) => Array.from({ length: count }, () => ({ image: "AAAA" }));
const ELEMENTS = (count: number) => Array.from({ length: count }, () => ({ element_id: "1" }));

function codes(request: OmniImageRequest) {
  const found = checkTask(request, { policy: "strict", facts: NO_FACTS });
  return found.map(({ code, severity }) => `${code} ${severity}`);
}

test("every point of the space is legal exactly where §6.3 says so", () => {
  let count = 0;
  for (const point of everyPoint(omniImage.grid.axes)) {
    count += 1;
    const isOmni = point.model_name === "kling-v3-omni";
    const hasReference = point.images !== 0 || point.elements !== 0;
    const expected =
      (isOmni || (point.result_type === "single" && point.resolution !== "4k")) &&
      (!isOmni || hasReference || point.aspect_ratio !== "auto") &&
      Number(point.images) + Number(point.elements) <= 10;
    const refused = omniImage.grid.refusals(point);
    if ((refused.length === 0) !== expected) expect.fail(JSON.stringify({ point, refused }));
  }
  expect(count).toBe(2 * 2 * 3 * 9 * 9 * 9 * 11 * 11);
});

describe("rules", () => {
  test.each([
    [{ ...OMNI, aspect_ratio: "auto" }, ["aspect_ratio_unsupported error"]],
    [OMNI, []],
    [{ ...O1, aspect_ratio: "auto" }, []],
    [{ ...O1, resolution: "4k" }, ["resolution_unsupported error"]],
    [{ ...O1, result_type: "series" }, ["series_unsupported error"]],
    [{ ...OMNI, result_type: "series", n: 2 }, ["n_ignored warning"]],
    [{ ...OMNI, series_amount: 4 }, ["series_amount_ignored warning"]],
    [{ ...O1, image_list: PICTURES(6), element_list: ELEMENTS(4) }, []],
    [{ ...O1, image_list: PICTURES(6), element_list: ELEMENTS(5) }, ["too_many_references error"]],
    [{ ...O1, image_list: PICTURES(1), prompt: "<<<image_1>>>" }, []],
    [{ ...O1, image_list: PICTURES(1), prompt: "<<<image_2>>>" }, ["reference_unattached error"]],
    [{ ...O1, prompt: "<<<element_1>>>" }, ["reference_unattached error"]],
    [{ ...O1, model_name: "kling-v1" }, ["generation_unsupported error"]],
  ] satisfies [OmniImageRequest, string[]][])("%j: %j", (request, expected) => {
    expect(codes(request)).toEqual(expected);
  });
});

describe("output and price", () => {
  test.each([
    [{ ...O1, n: 3 }, 3, 0.6],
    [{ ...OMNI, resolution: "4k" }, 1, 0.4],
    [{ ...OMNI, result_type: "series", n: 9 }, 4, 0.8],
    [{ ...OMNI, result_type: "series", series_amount: 9 }, 9, 1.8],
  ] satisfies [OmniImageRequest, number, number][])("%j: %i pictures, %f units", (request, count, units) => {
    expect(omniImage.output(request, NO_FACTS).images).toHaveLength(count);
    expect(omniImage.price(request, NO_FACTS)).toMatchObject({ known: true, units });
  });

  test("what a series of the model's own length costs is unknown, and so is a resolution no page lists", () => {
    const series: OmniImageRequest = { ...OMNI, result_type: "series", series_amount: "auto" };
    expect(omniImage.price(series, NO_FACTS)).toMatchObject({ known: false });
    expect(omniImage.price({ ...O1, resolution: "4k" }, NO_FACTS)).toMatchObject({ known: false });
  });
});
