import { describe, expect, test } from "vitest";
import { REQUEST_SCHEMAS, type RequestOf, type TaskRequest } from "../../requests/request.ts";
import { isSendable } from "../../violation.ts";
import { check, codes, PICTURE, pictureOf } from "../grid/checked.fixture.ts";
import type { FactsByPath, FileFacts } from "../kind.ts";

const TEXT = { kind: "text2video", model_name: "kling-v3", prompt: "a boat", duration: "5" } as const;
const IMAGE = { kind: "image2video", model_name: "kling-v1", image: PICTURE, duration: "5" } as const;

describe("the motion brush", () => {
  const MASKS = {
    ...IMAGE,
    static_mask: PICTURE,
    dynamic_masks: [
      {
        mask: PICTURE,
        trajectories: [
          { x: 0, y: 0 },
          { x: 599, y: 399 },
        ],
      },
    ],
  };
  const sizes = (mask: FileFacts, other = mask): FactsByPath =>
    new Map([
      ["image", pictureOf(600, 400)],
      ["static_mask", mask],
      ["dynamic_masks[0].mask", other],
    ]);

  test("§10.5 #34: a mask has the picture's shape, and all masks one size", () => {
    expect(codes(MASKS, { facts: sizes(pictureOf(600, 400)) })).toEqual([]);
    expect(codes(MASKS, { facts: sizes(pictureOf(900, 600)) })).toEqual([]);
    expect(codes(MASKS, { facts: sizes(pictureOf(600, 400), pictureOf(900, 600)) })).toEqual(["mask_size"]);
    expect(codes(MASKS, { facts: sizes(pictureOf(600, 500)) })).toEqual(["mask_ratio", "mask_ratio"]);
  });

  test("a path stays inside the picture", () => {
    const outside = [
      {
        mask: PICTURE,
        trajectories: [
          { x: 0, y: 0 },
          { x: 600, y: 399 },
        ],
      },
    ];
    const facts = sizes(pictureOf(600, 400));
    expect(codes({ ...MASKS, dynamic_masks: outside }, { facts })).toEqual(["trajectory_outside"]);
    expect(codes({ ...MASKS, dynamic_masks: outside })).toEqual([]);
  });

  test("§10.5 #39: a path of 78 points, or of one, is no request", () => {
    const path = (points: number) => [
      { mask: PICTURE, trajectories: Array.from({ length: points }, (_, x) => ({ x, y: 0 })) },
    ];
    const isRequest = (points: number) =>
      REQUEST_SCHEMAS.image2video.safeParse({ ...IMAGE, dynamic_masks: path(points) }).success;
    expect([1, 2, 77, 78].map(isRequest)).toEqual([false, true, true, false]);
  });

  test("§10.5 #32: end frame, brush and camera exclude each other under every policy; the picture goes with each", () => {
    for (const policy of ["strict", "warn", "off"] as const) {
      const withTail = { ...MASKS, image_tail: PICTURE };
      expect(codes(withTail, { policy })).toContain("masks_excluded");
      expect(isSendable(check(withTail, { policy }))).toBe(false);
    }
    const camera_control = { type: "simple", config: { zoom: 5 } } as const;
    expect(codes({ ...IMAGE, image_tail: PICTURE, camera_control })).toContain("camera_excluded");
    expect(codes(MASKS)).toEqual([]);
  });

  test("§10.5 #21: on kling-v2-6 it is for the policy to say", () => {
    const request = { ...MASKS, model_name: "kling-v2-6", mode: "pro" } as const;
    expect(codes(request)).toEqual(["masks_unsupported"]);
    expect(isSendable(check(request, { policy: "warn" }))).toBe(true);
  });
});

describe("voices", () => {
  const SPOKEN: RequestOf<"image2video"> = {
    ...IMAGE,
    model_name: "kling-v2-6",
    mode: "pro",
    sound: "on",
    prompt: "he<<<voice_1>>> says hello",
    voice_list: [{ voice_id: "v" }],
  };

  test("speak on kling-v2-6 in pro with sound, and only those that are listed", () => {
    expect(codes(SPOKEN)).toEqual([]);
    expect(codes({ ...SPOKEN, sound: "off" })).toEqual(["voices_unsupported"]);
    expect(codes({ ...SPOKEN, prompt: "<<<voice_2>>>" })).toEqual(["reference_unattached"]);
  });

  test("§10.5 #31: text2video takes the list without effect", () => {
    expect(codes({ ...TEXT, voice_list: [{ voice_id: "v" }] })).toEqual(["voice_list_ignored"]);
  });

  test("§10.5 #23: sound on kling-v2-6 in std, or with an end frame, is for the policy to say", () => {
    const { voice_list: _, ...silent } = SPOKEN;
    const std: TaskRequest = { ...silent, mode: "std", prompt: "hello" };
    const tail: TaskRequest = { ...std, mode: "pro", image_tail: PICTURE };
    expect([codes(std), codes(tail)]).toEqual([["sound_unsupported"], ["end_frame_with_sound_unsupported"]]);
    expect([std, tail].map((it) => isSendable(check(it, { policy: "warn" })))).toEqual([true, true]);
  });
});
