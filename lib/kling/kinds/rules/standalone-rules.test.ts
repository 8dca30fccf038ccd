import { describe, expect, test } from "vitest";
import type { RequestOf, TaskRequest } from "../../requests/request.ts";
import { checkTask } from "../check-task.ts";
import { NO_FACTS } from "../kind.ts";
import { kindOf } from "../kinds.ts";

function codes(request: TaskRequest, facts = NO_FACTS) {
  const found = checkTask(request, { policy: "strict", facts });
  return found.map(({ path, code, severity }) => `${path} ${code} ${severity}`);
}

const ELEMENT = { element_name: "boat", element_description: "a paper boat" } as const;
const PICTURES = { frontal_image: "AAAA", refer_images: [{ image_url: "AAAA" }] };
const VIDEO = { refer_videos: [{ video_url: "https://example.com/v.mp4" }] };
const OLD: RequestOf<"custom-elements"> = {
  kind: "custom-elements",
  ...ELEMENT,
  element_frontal_image: "AAAA",
  element_refer_list: [{ image_url: "AAAA" }],
};
const NEW = { kind: "advanced-custom-elements", ...ELEMENT } as const;
const AVATAR = { kind: "avatar", image: "AAAA", sound_file: "AAAA" } as const;

describe("rules that stand alone", () => {
  test.each([
    [OLD, []],
    [{ ...OLD, element_name: "一".repeat(20) }, []],
    [{ ...OLD, element_name: "一".repeat(21) }, ["element_name text_too_long error"]],
    [{ ...OLD, element_description: "x".repeat(101) }, ["element_description text_too_long error"]],
    [{ ...NEW, reference_type: "image_refer", element_image_list: PICTURES }, []],
    [{ ...NEW, reference_type: "video_refer", element_video_list: VIDEO }, []],
    [
      { ...NEW, reference_type: "image_refer", element_video_list: VIDEO },
      [
        "element_image_list element_image_list_required error",
        "element_video_list element_video_list_ignored warning",
      ],
    ],
    [
      { ...NEW, reference_type: "video_refer", element_image_list: PICTURES },
      [
        "element_video_list element_video_list_required error",
        "element_image_list element_image_list_ignored warning",
      ],
    ],
    [AVATAR, []],
    [{ ...AVATAR, audio_id: "1" }, ["sound_file sound_file_excluded error"]],
    [{ ...AVATAR, mode: "4k" }, ["mode mode_unsupported error"]],
    [{ kind: "identify-face" }, ["video_id video_id_required error"]],
    [{ kind: "video-to-audio", video_id: "1", video_url: "AAAA" }, ["video_url video_url_excluded error"]],
    [{ kind: "custom-voices", voice_name: "me" }, ["voice_url voice_url_required error"]],
    [{ kind: "text-to-audio", prompt: "rain", duration: 10.1 }, ["duration duration_out_of_range error"]],
    [{ kind: "text-to-audio", prompt: "x".repeat(201), duration: 3 }, ["prompt text_too_long error"]],
    [
      { kind: "multi-image2image", model_name: "kling-v3", subject_image_list: [{ subject_image: "AAAA" }] },
      ["model_name generation_unsupported error"],
    ],
  ] satisfies [TaskRequest, string[]][])("%j: %j", (request, expected) => {
    expect(codes(request)).toEqual(expected);
  });

  test("the video of an element is 16:9 or 9:16 (off-26 §4.3)", () => {
    const request = { ...NEW, reference_type: "video_refer", element_video_list: VIDEO } as const;
    const shot = (widthPx: number, heightPx: number) => {
      const file = {
        mime: "video/mp4",
        bytes: 1,
        widthPx,
        heightPx,
        durationSeconds: 5,
        fps: 24,
        hasSound: false,
      };
      return codes(request, new Map([["element_video_list.refer_videos[0].video_url", file]]));
    };
    expect(shot(1920, 1080)).toEqual([]);
    expect(shot(1080, 1920)).toEqual([]);
    expect(shot(1440, 1080)).toEqual(["element_video_list.refer_videos[0].video_url video_ratio error"]);
  });
});

describe("what comes out", () => {
  test("an avatar is as long as its sound and as wide as its picture at the class of its mode", () => {
    const facts = new Map([
      [
        "image",
        {
          mime: "image/png",
          bytes: 1,
          widthPx: 600,
          heightPx: 800,
          durationSeconds: null,
          fps: null,
          hasSound: null,
        },
      ],
      [
        "sound_file",
        {
          mime: "audio/mpeg",
          bytes: 1,
          widthPx: null,
          heightPx: null,
          durationSeconds: 12.27,
          fps: null,
          hasSound: true,
        },
      ],
    ]);
    expect(kindOf("avatar").output({ ...AVATAR, mode: "pro" }, facts).videos).toEqual([
      { widthPx: 1080, heightPx: 1440, fps: 24, durationSeconds: 12.27, hasSound: true },
    ]);
  });

  test("synced lips keep the video's size, rate and length", () => {
    const file = {
      mime: "video/mp4",
      bytes: 1,
      widthPx: 1080,
      heightPx: 1920,
      durationSeconds: 9.5,
      fps: 30,
      hasSound: false,
    };
    const request: TaskRequest = { kind: "lip-sync", input: { video_id: "1", mode: "text2video" } };
    expect(kindOf("lip-sync").output(request, new Map([["input.video_id", file]])).videos).toEqual([
      { widthPx: 1080, heightPx: 1920, fps: 30, durationSeconds: 9.5, hasSound: true },
    ]);
  });

  test("three triples of views, four cut-outs, one try-on", () => {
    const count = (request: TaskRequest) => kindOf(request.kind).output(request, NO_FACTS).images.length;
    expect(count({ kind: "ai-multi-shot", element_frontal_image: "AAAA" })).toBe(9);
    expect(count({ kind: "image-recognize", image: "AAAA" })).toBe(4);
    expect(
      count({ kind: "virtual-try-on", model_name: "kolors-virtual-try-on-v1-5", human_image: "AAAA" }),
    ).toBe(1);
  });
});
