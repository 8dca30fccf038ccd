import { describe, expect, test } from "vitest";
import type { RequestOf, TaskRequest } from "../requests/request.ts";
import { isSendable } from "../violation.ts";
import { check, codes, FILM, filmOf, PICTURE } from "./grid/checked.fixture.ts";

const MOTION = {
  kind: "motion-control",
  model_name: "kling-v2-6",
  image_url: PICTURE,
  video_url: FILM,
  character_orientation: "image",
  mode: "std",
} as const;

describe("the other kinds of video", () => {
  test.each([
    ["image", 10, []],
    ["image", 11, ["video_too_long"]],
    ["video", 30, []],
    ["video", 31, ["file_length"]],
  ] as const)(
    "motion-control facing as in the %s takes a film of %d s: %j",
    (orientation, seconds, expected) => {
      const facts = filmOf({ durationSeconds: seconds }, "video_url");
      expect(codes({ ...MOTION, character_orientation: orientation }, { facts })).toEqual(expected);
    },
  );

  test("motion-control with an element faces as in the film, on kling-v3", () => {
    const element_list = [{ element_id: "1" }];
    const v3 = { ...MOTION, model_name: "kling-v3", element_list } as const;
    expect(codes(v3)).toEqual(["orientation_excluded"]);
    expect(codes({ ...v3, character_orientation: "video" })).toEqual([]);
    expect(codes({ ...v3, model_name: "kling-v2-6", character_orientation: "video" })).toEqual([
      "elements_unsupported",
    ]);
  });

  test.each([
    [2, []],
    [5, []],
    [6, ["video_length"]],
    [7, []],
    [10, []],
    [11, ["file_length"]],
  ])("a selection of a video of %d s: %j", (durationSeconds, expected) => {
    const facts = filmOf({ durationSeconds }, "video_url");
    expect(codes({ kind: "init-selection", video_url: FILM }, { facts })).toEqual(expected);
  });

  test("a selection is of exactly one video, at 24, 30 or 60 frames", () => {
    expect(codes({ kind: "init-selection" })).toEqual(["video_url_required"]);
    expect(codes({ kind: "init-selection", video_url: FILM, video_id: "1" })).toEqual(["video_id_excluded"]);
    const rate = (fps: number) =>
      codes({ kind: "init-selection", video_url: FILM }, { facts: filmOf({ fps }, "video_url") });
    expect([rate(23.976), rate(25), rate(59.94), rate(50)]).toEqual([[], ["video_fps"], [], ["video_fps"]]);
  });

  test("an edit takes as many pictures as its mode says", () => {
    const edit = (edit_mode: "addition" | "swap" | "removal", pictures: number) =>
      codes({
        kind: "multi-elements",
        model_name: "kling-v1-6",
        session_id: "s",
        edit_mode,
        prompt: "put <<<video_1>>> in colour",
        duration: "5",
        ...(pictures > 0 && { image_list: Array.from({ length: pictures }, () => ({ image: PICTURE })) }),
      });
    expect([edit("addition", 1), edit("addition", 2), edit("swap", 1), edit("removal", 0)]).toEqual([
      [],
      [],
      [],
      [],
    ]);
    expect([edit("addition", 0), edit("swap", 0)]).toEqual([
      ["image_list_required"],
      ["image_list_required"],
    ]);
    expect([edit("swap", 2), edit("removal", 1)]).toEqual([["too_many_images"], ["too_many_images"]]);
  });

  test("§10.5 #5 and #6: an extension is judged by its clip's length alone, whatever model made it", () => {
    const request = { kind: "video-extend", video_id: "1", negative_prompt: "fog", cfg_scale: 0.3 } as const;
    expect(codes(request)).toEqual([]);
    expect(codes(request, { facts: filmOf({ durationSeconds: 176 }, "video_id") })).toEqual([]);
    expect(codes(request, { facts: filmOf({ durationSeconds: 177 }, "video_id") })).toEqual([
      "video_too_long",
    ]);
  });
});

describe("effects", () => {
  const effect = (effect_scene: string, input: RequestOf<"effects">["input"]): TaskRequest => ({
    kind: "effects",
    effect_scene,
    input,
  });
  const two = { images: [PICTURE, PICTURE] };

  test("take one picture or two, as their list says", () => {
    expect(codes(effect("net_the_fish", { image: PICTURE }))).toEqual([]);
    expect(codes(effect("net_the_fish", two))).toEqual(["too_many_images"]);
    expect(codes(effect("hug_pro", two))).toEqual([]);
    expect(codes(effect("hug_pro", { image: PICTURE }))).toEqual(["images_required"]);
    expect(codes(effect("squish", {}))).toEqual(["image_required"]);
    expect(codes(effect("squish", { image: PICTURE, ...two }))).toContain("images_excluded");
  });

  test("bodies of all three eras are taken; settings of older ones have no effect on the newest list", () => {
    expect(codes(effect("squish", { model_name: "kling-v1-6", image: PICTURE, duration: "5" }))).toEqual([]);
    expect(
      codes(effect("heart_gesture", { ...two, mode: "pro", duration: "10", model_name: "kling-v1-5" })),
    ).toEqual([]);
    expect(codes(effect("net_the_fish", { image: PICTURE, duration: "5", mode: "std" }))).toEqual([
      "mode_ignored",
      "duration_ignored",
    ]);
    expect(codes(effect("squish", { model_name: "kling-v1", image: PICTURE }))).toEqual([
      "model_name_unsupported",
    ]);
  });

  test("a scene that is gone or unknown is for the policy to say", () => {
    const gone = effect("hug", two);
    expect(check(gone)[0]?.message.en).toBe("This effect was discontinued on 2026-01-30");
    expect(check(effect("no_such", { image: PICTURE }))[0]?.message.en).toBe(
      "There is no effect named no_such",
    );
    expect(isSendable(check(gone, { policy: "warn" }))).toBe(true);
  });
});
