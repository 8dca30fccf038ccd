import { describe, expect, test } from "vitest";
import type { RequestOf, TaskRequest } from "../../requests/request.ts";
import { isSendable } from "../../violation.ts";
import { check, codes, PICTURE } from "./checked.fixture.ts";

const TEXT = { kind: "text2video", model_name: "kling-v3", prompt: "a boat", duration: "5" } as const;
const IMAGE = { kind: "image2video", model_name: "kling-v1", image: PICTURE, duration: "5" } as const;

describe("several shots", () => {
  const SHOTS = [
    { index: 1, prompt: "a boat", duration: "2" },
    { index: 2, prompt: "a shore", duration: "3" },
  ];
  const CUSTOM = {
    ...TEXT,
    prompt: undefined,
    multi_shot: true,
    shot_type: "customize",
    multi_prompt: SHOTS,
  } as const;

  test("written out they need no prompt beside them, add up to the clip and are numbered without gaps", () => {
    expect(codes(CUSTOM)).toEqual([]);
    expect(codes({ ...CUSTOM, duration: "6" })).toEqual(["shot_durations"]);
    expect(codes({ ...CUSTOM, multi_prompt: SHOTS.map((shot) => ({ ...shot, index: 1 })) })).toEqual([
      "shot_index",
    ]);
    expect(codes({ ...CUSTOM, prompt: "a boat" })).toEqual(["prompt_ignored"]);
  });

  test("§10.5 #9: customize without shots is a clip of one shot, and says so", () => {
    const request = { ...TEXT, multi_shot: true, shot_type: "customize" } as const;
    expect(codes(request)).toEqual(["multi_shot_ignored"]);
    expect(codes({ ...request, model_name: "kling-v1" })).toEqual(["multi_shot_ignored"]);
  });

  test("the model's own cut needs a prompt; a cut that is not said is missing", () => {
    expect(codes({ ...TEXT, multi_shot: true, shot_type: "intelligence" })).toEqual([]);
    expect(codes({ ...CUSTOM, shot_type: "intelligence", multi_prompt: undefined })).toEqual([
      "prompt_required",
    ]);
    expect(codes({ ...TEXT, multi_shot: true })).toEqual(["shot_type_required"]);
  });

  test("only the newest models make them; without multi_shot their fields have no effect", () => {
    expect(codes({ ...CUSTOM, model_name: "kling-v2-6" })).toContain("multi_shot_unsupported");
    expect(codes({ ...TEXT, shot_type: "customize", multi_prompt: SHOTS })).toEqual([
      "shot_type_ignored",
      "multi_prompt_ignored",
    ]);
  });
});

describe("the camera", () => {
  const camera = (camera_control: RequestOf<"text2video">["camera_control"]): TaskRequest => ({
    ...TEXT,
    model_name: "kling-v1",
    camera_control,
  });

  test("moves along exactly one axis, and only a simple movement has a config", () => {
    expect(codes(camera({ type: "simple", config: { zoom: 5, pan: 0 } }))).toEqual([]);
    expect(codes(camera({ type: "simple", config: { zoom: 5, pan: 1 } }))).toEqual(["camera_moves"]);
    expect(codes(camera({ type: "simple", config: { zoom: 0 } }))).toEqual(["camera_moves"]);
    expect(codes(camera({ type: "simple" }))).toEqual(["config_required"]);
    expect(codes(camera({ type: "forward_up", config: { zoom: 5 } }))).toEqual(["camera_config"]);
    expect(codes(camera({ type: "forward_up" }))).toEqual([]);
  });

  test("§10.5 #21: on kling-v2-6 it is refused by the map, which a policy may soften", () => {
    const request = { ...camera({ type: "forward_up" }), model_name: "kling-v2-6" } as TaskRequest;
    expect(codes(request)).toEqual(["camera_unsupported"]);
    expect(isSendable(check(request, { policy: "warn" }))).toBe(true);
    expect(codes(request, { policy: "off" })).toEqual([]);
  });

  test("is pointed at where the request has it", () => {
    const request = { ...camera({ type: "forward_up" }), model_name: "kling-v2-6" } as TaskRequest;
    expect(check(request)[0]?.path).toBe("camera_control");
  });

  test("on pictures: kling-v1-5 in pro at 5 s by one simple movement", () => {
    const simple = { type: "simple", config: { zoom: 5 } } as const;
    const able = { ...IMAGE, model_name: "kling-v1-5", mode: "pro" } as const;
    expect(codes({ ...able, camera_control: simple })).toEqual([]);
    expect(codes({ ...able, camera_control: { type: "down_back" } })).toEqual(["camera_unsupported"]);
    expect(codes({ ...able, duration: "10", camera_control: simple })).toEqual(["camera_unsupported"]);
  });
});

describe("clips that S002 to S004 show and the map does not", () => {
  test.each([
    [
      "§10.5 #12: an end frame alone on kling-v3",
      { ...IMAGE, model_name: "kling-v3", image: undefined, image_tail: PICTURE, prompt: "x" },
      ["end_frame_only_unsupported"],
    ],
    [
      "§10.5 #24: an end frame alone on kling-v2-6",
      { ...IMAGE, model_name: "kling-v2-6", image: undefined, image_tail: PICTURE },
      ["end_frame_only_unsupported"],
    ],
    [
      "§10.5 #36: kling-v1 in pro at 10 s with an end frame",
      { ...IMAGE, mode: "pro", duration: "10", image_tail: PICTURE },
      ["end_frame_unsupported"],
    ],
    [
      "§10.5 #36: kling-v2-master with a camera",
      { ...IMAGE, model_name: "kling-v2-master", camera_control: { type: "simple", config: { zoom: 5 } } },
      ["camera_unsupported"],
    ],
  ] satisfies [string, TaskRequest, string[]][])(
    "%s: refused by the map, sent under warn",
    (_title, request, expected) => {
      expect(codes(request)).toEqual(expected);
      expect(isSendable(check(request, { policy: "warn" }))).toBe(true);
    },
  );

  test("§10.5 #22 and #37: cfg_scale on v2 and a ratio on pictures have no effect and stop nothing", () => {
    const request = { ...IMAGE, model_name: "kling-v2-6", cfg_scale: 0.5, aspect_ratio: "16:9" } as const;
    expect(codes(request)).toEqual(["cfg_scale_ignored", "aspect_ratio_ignored"]);
    expect(isSendable(check(request))).toBe(true);
  });
});
