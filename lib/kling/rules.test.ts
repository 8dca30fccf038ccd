import { describe, expect, test } from "vitest";
import { END_PICTURE, everyRequest, PICTURE } from "./combinations.fixture.ts";
import { MODELS } from "./models.ts";
import { type ClipRequest, clipRequestSchema } from "./requests/clip.ts";
import type { Image2VideoRequest } from "./requests/image2video.ts";
import type { Text2VideoRequest } from "./requests/text2video.ts";
import { checkRequest, combinationOf } from "./rules.ts";
import { refusals } from "./verdict.ts";
import { isSendable } from "./violation.ts";

const TEXT: Text2VideoRequest = {
  kind: "text2video",
  model_name: "kling-v1",
  prompt: "a paper boat",
  duration: "5",
};
const IMAGE: Image2VideoRequest = {
  kind: "image2video",
  model_name: "kling-v1",
  image: PICTURE,
  duration: "5",
};

function codes(request: ClipRequest, policy?: "strict" | "warn" | "off"): string[] {
  return checkRequest(request, policy).map((violation) => violation.code);
}

describe("every combination of the finite fields", () => {
  test("fits the schema, and is refused exactly as the map says, whatever its settings without effect", {
    timeout: 60_000,
  }, () => {
    let count = 0;
    for (const request of everyRequest()) {
      count += 1;
      const violations = checkRequest(request);
      const where = () => `${violations.map((it) => it.code)} on ${JSON.stringify(request)}`;
      if (!clipRequestSchema.safeParse(request).success) expect.fail(where());
      const refused = violations.filter((it) => it.class === "capability").map((it) => it.code);
      if (refused.join() !== refusals(combinationOf(request)).join()) expect.fail(where());
      const ignored = violations.filter((it) => it.class === "ignored");
      if (ignored.some((it) => it.severity === "error")) expect.fail(where());
      const isPlace = !refused.some((code) => /^(model|mode|duration)_unsupported$/.test(code));
      if (isPlace && ignored.map((it) => it.code).join() !== withoutEffect(request).join())
        expect.fail(where());
    }
    // (1 for text + 4 for pictures) × 11 models × 3 modes × 13 durations × 2 sounds × 4 ratios × 4 cfg values; led by
    // something else than frames, with neither of the latter two: text by two movements, pictures by those or by the brush.
    expect(count).toBe(11 * 3 * 13 * 2 * (5 * 4 * 4 + 2 + 4 * 3));
  });

  test("the policy decides whether the map's refusals stop it, and nothing else", () => {
    for (const { aspect_ratio: _ratio, cfg_scale: _cfg, ...request } of everyRequest()) {
      if (_ratio || _cfg !== undefined) continue;
      const [strict, warn, off] = (["strict", "warn", "off"] as const).map((policy) =>
        checkRequest(request, policy),
      );
      // Same findings, only milder; and what stays an error under any policy has nothing to do with the map.
      expect(warn?.map((it) => it.code)).toEqual(strict?.map((it) => it.code));
      expect(warn?.some((it) => it.severity === "error" && it.class === "capability")).toBe(false);
      expect(off).toEqual(strict?.filter((it) => it.class === "missing" && it.code === "image_required"));
    }
  });
});

function withoutEffect(request: ClipRequest): string[] {
  const { family, hasMode } = MODELS[request.model_name];
  return [
    ...(hasMode ? [] : ["mode_ignored"]),
    ...(request.cfg_scale !== undefined && family === "v2" ? ["cfg_scale_ignored"] : []),
    ...(request.aspect_ratio && request.kind === "image2video" ? ["aspect_ratio_ignored"] : []),
  ];
}

describe("what a request must have", () => {
  test("text needs a prompt, and blanks are not one", () => {
    const { prompt: _, ...bare } = TEXT;
    expect(codes(bare)).toEqual(["prompt_required"]);
    expect(codes({ ...TEXT, prompt: " \n" })).toEqual(["prompt_required"]);
    expect(isSendable(checkRequest(bare, "off"))).toBe(false);
  });

  test("a picture needs no prompt, except on kling-v3, where only the strict policy insists", () => {
    expect(codes(IMAGE)).toEqual([]);
    const v3: ClipRequest = { ...IMAGE, model_name: "kling-v3" };
    expect(codes(v3)).toEqual(["prompt_required"]);
    expect(isSendable(checkRequest(v3, "strict"))).toBe(false);
    expect(isSendable(checkRequest(v3, "warn"))).toBe(true);
    expect(codes(v3, "off")).toEqual([]);
  });

  test("image2video needs a first or an end frame under every policy", () => {
    const { image: _, ...bare } = IMAGE;
    for (const policy of ["strict", "warn", "off"] as const)
      expect(codes(bare, policy)).toContain("image_required");
    expect(codes({ ...bare, model_name: "kling-v1-6", mode: "pro", image_tail: END_PICTURE })).toEqual([]);
  });
});

describe("limits", () => {
  test("a prompt has 2,500 characters as people count them, in either field", () => {
    const boat = "⛵";
    const family = "👨"; // two UTF-16 units
    expect(codes({ ...TEXT, prompt: family.repeat(2500) })).toEqual([]);
    expect(codes({ ...TEXT, prompt: boat.repeat(2501) })).toEqual(["prompt_too_long"]);
    expect(codes({ ...TEXT, negative_prompt: family.repeat(2501) })).toEqual(["negative_prompt_too_long"]);
  });

  test("the fix of a long prompt keeps its first 2,500 characters whole", () => {
    const [violation] = checkRequest({ ...TEXT, prompt: `${"👨".repeat(2500)}x` });
    expect(violation?.fix?.patch).toEqual({ prompt: "👨".repeat(2500) });
  });

  test("cfg_scale lies between 0 and 1, and the fix is the nearest end", () => {
    expect(checkRequest({ ...TEXT, cfg_scale: 1.1 })[0]?.fix?.patch).toEqual({ cfg_scale: 1 });
    expect(checkRequest({ ...TEXT, cfg_scale: -0.1 })[0]?.fix?.patch).toEqual({ cfg_scale: 0 });
    expect(codes({ ...TEXT, cfg_scale: Number.NaN })).toEqual(["cfg_scale_out_of_range"]);
  });

  test("a picture that is no reference at all is named by its field", () => {
    expect(codes({ ...IMAGE, image: "not base64!" })).toEqual(["image_malformed"]);
    expect(codes({ ...IMAGE, image_tail: "http://" })).toEqual(["image_tail_malformed"]);
  });
});

describe("what the map refuses", () => {
  test("points at the field, says why in both languages and offers one click", () => {
    const violations = checkRequest({ ...IMAGE, image_tail: END_PICTURE, mode: "pro", duration: "10" });
    expect(violations).toEqual([
      {
        path: "image_tail",
        code: "end_frame_unsupported",
        class: "capability",
        severity: "error",
        message: { zh: "可灵 1.0 仅 5 秒时长支持首尾帧", en: "Kling 1.0 supports an end frame only at 5 s" },
        fix: { label: { zh: "改为 5 秒", en: "Make it 5 s" }, patch: { duration: "5" } },
      },
    ]);
  });

  test.each([
    [{ ...TEXT, model_name: "kling-v1-5" }, "Kling 1.5 does not do text to video"],
    [{ ...TEXT, mode: "4k" }, "Kling 1.0 has no 4K mode"],
    [{ ...TEXT, duration: "7" }, "Kling 1.0 makes clips of 5 or 10 s"],
    [{ ...TEXT, sound: "on" }, "Kling 1.0 does not support sound"],
    [
      { ...TEXT, model_name: "kling-v2-6", sound: "on" },
      "Kling 2.6 supports sound only in Professional mode",
    ],
    [
      { ...IMAGE, model_name: "kling-v2-6", mode: "pro", sound: "on", image_tail: END_PICTURE },
      "Kling 2.6 makes silent clips only when there is an end frame",
    ],
    [
      { ...IMAGE, model_name: "kling-v1-6", image: undefined, image_tail: END_PICTURE },
      "Kling 1.6 supports an end frame without a first frame only in Professional mode",
    ],
  ] satisfies [ClipRequest, string][])("%j: %s", (request, reason) => {
    expect(checkRequest(request)[0]?.message.en).toBe(reason);
  });
});
