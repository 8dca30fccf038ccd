import { describe, expect, test } from "vitest";
import type { RequestOf, TaskRequest } from "../../requests/request.ts";
import type { FileFacts } from "../kind.ts";
import { kindOf } from "../kinds.ts";

function lasting(durationSeconds: number): FileFacts {
  return {
    mime: "video/mp4",
    bytes: 1,
    widthPx: null,
    heightPx: null,
    durationSeconds,
    fps: null,
    hasSound: null,
  };
}

function priceOf(request: TaskRequest, seconds?: number) {
  const paths = ["input.video_url", "sound_file", "session_id"];
  const facts = new Map(seconds === undefined ? [] : paths.map((path) => [path, lasting(seconds)]));
  return kindOf(request.kind).price(request, facts);
}

const FACE = { face_id: "0", sound_start_time: 0, sound_end_time: 2000, sound_insert_time: 0 };
const LIPS: RequestOf<"lip-sync"> = { kind: "lip-sync", input: { video_url: "AAAA", mode: "text2video" } };
const AVATAR: RequestOf<"avatar"> = { kind: "avatar", image: "AAAA", sound_file: "AAAA" };
const PICTURE = { kind: "image-generation", model_name: "kling-v3", prompt: "a boat" } as const;
const SUBJECTS: RequestOf<"multi-image2image"> = {
  kind: "multi-image2image",
  model_name: "kling-v2-1",
  subject_image_list: [{ subject_image: "AAAA" }],
};
const EXPANSION = {
  kind: "expand",
  image: "AAAA",
  up_expansion_ratio: 0.1,
  down_expansion_ratio: 0,
  left_expansion_ratio: 0,
  right_expansion_ratio: 0,
} as const;

describe("what api-reference §9 lists, in video units of $0.14", () => {
  test.each([
    [LIPS, 5, 0.5],
    [LIPS, 10, 1],
    [{ kind: "advanced-lip-sync", session_id: "1", face_choose: [FACE] }, 5, 0.5],
    [{ kind: "identify-face", video_url: "AAAA" }, undefined, 0.05],
    [AVATAR, 10, 4],
    [{ ...AVATAR, mode: "pro" }, 10, 8],
    [{ kind: "tts", text: "hi", voice_id: "ai_kaiya", voice_language: "en" }, undefined, 0.05],
    [{ kind: "text-to-audio", prompt: "rain", duration: 5 }, undefined, 0.25],
    [{ kind: "video-to-audio", video_url: "AAAA" }, undefined, 0.25],
    [PICTURE, undefined, 0.2],
    [{ ...PICTURE, n: 9, resolution: "2k" }, undefined, 1.8],
    [{ ...PICTURE, model_name: "kling-v2-1" }, undefined, 0.1],
    [{ ...PICTURE, model_name: "kling-v2-1", image: "AAAA" }, undefined, 0.2],
    [SUBJECTS, undefined, 0.4],
    [EXPANSION, undefined, 0.2],
    [{ kind: "virtual-try-on", model_name: "kolors-virtual-try-on-v1", human_image: "AAAA" }, undefined, 0.5],
    [{ kind: "image-recognize", image: "AAAA" }, undefined, 0.1],
    [{ kind: "ai-multi-shot", element_frontal_image: "AAAA" }, undefined, 0.5],
    [{ kind: "custom-voices", voice_name: "me", voice_url: "AAAA" }, undefined, 0.05],
  ] satisfies [TaskRequest, number | undefined, number][])(
    "%j of %s s: %f units",
    (request, seconds, units) => {
      expect(priceOf(request, seconds)).toMatchObject({
        known: true,
        units,
        usd: expect.closeTo(units * 0.14),
      });
    },
  );

  test("lengths that are not known yet have no price", () => {
    expect(priceOf(LIPS)).toMatchObject({ known: false });
    expect(priceOf(AVATAR)).toMatchObject({ known: false });
  });

  test("nobody has published these", () => {
    for (const model_name of ["kling-v1", "kling-v1-5", "kling-v2", "kling-v2-new"] as const)
      expect(priceOf({ ...PICTURE, model_name })).toMatchObject({ known: false });
    expect(priceOf({ ...SUBJECTS, model_name: "kling-v2" })).toMatchObject({ known: false });
  });

  test("where the page and what was charged differ, or a part of five seconds is counted, the price says so", () => {
    expect(priceOf(AVATAR, 10)).toMatchObject({ uncertain: true });
    expect(priceOf(LIPS, 5)).toMatchObject({ uncertain: false });
    expect(priceOf(LIPS, 7)).toMatchObject({ units: 1, uncertain: true });
  });
});
