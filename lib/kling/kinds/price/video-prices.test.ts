import { describe, expect, test } from "vitest";
import type { TaskRequest } from "../../requests/request.ts";
import { type FactsByPath, type FileFacts, NO_FACTS } from "../kind.ts";
import { kindOf } from "../kinds.ts";

const PICTURE = "https://example.com/a.png";
const FILM = "https://example.com/a.mp4";

function units(request: TaskRequest, facts: FactsByPath = NO_FACTS): number | undefined {
  const price = kindOf(request.kind).price(request, facts);
  return price.known ? price.units : undefined;
}

function output(request: TaskRequest, facts: FactsByPath = NO_FACTS) {
  return kindOf(request.kind).output(request, facts).videos[0];
}

function film(path: string, known: Partial<FileFacts>): FactsByPath {
  const facts = {
    mime: "video/mp4",
    bytes: 1000,
    widthPx: 1280,
    heightPx: 720,
    durationSeconds: 5,
    fps: 30,
    hasSound: true,
  };
  return new Map([[path, { ...facts, ...known }]]);
}

const SPOKEN = {
  kind: "image2video",
  model_name: "kling-v2-6",
  mode: "pro",
  sound: "on",
  image: PICTURE,
  duration: "10",
} as const;
const OMNI = { kind: "omni-video", model_name: "kling-v3-omni", prompt: "a boat", duration: "5" } as const;
const BASE = [{ video_url: FILM, refer_type: "base" }] as const;
const MOTION = {
  kind: "motion-control",
  model_name: "kling-v2-6",
  image_url: PICTURE,
  video_url: FILM,
  character_orientation: "video",
  mode: "std",
} as const;

describe("the price of a clip with voices", () => {
  test("rises only when a voice is listed and the prompt names one", () => {
    const voice_list = [{ voice_id: "v" }];
    expect(units(SPOKEN)).toBe(10);
    expect(units({ ...SPOKEN, voice_list })).toBe(10);
    expect(units({ ...SPOKEN, prompt: "<<<voice_1>>> hello" })).toBe(10);
    expect(units({ ...SPOKEN, voice_list, prompt: "<<<voice_1>>> hello" })).toBe(12);
    expect(units({ ...SPOKEN, duration: "5", voice_list, prompt: "<<<voice_1>>> hello" })).toBe(6);
  });
});

describe("the price of omni-video", () => {
  /** api-reference §9 by hand: units of 5 s. */
  test.each([
    ["kling-v3-omni", "std", "off", 3],
    ["kling-v3-omni", "pro", "off", 4],
    ["kling-v3-omni", "std", "on", 4],
    ["kling-v3-omni", "pro", "on", 5],
    ["kling-v3-omni", "4k", "off", 15],
    ["kling-video-o1", "std", "off", 3],
    ["kling-video-o1", "pro", "off", 4],
    ["kling-video-o1", "4k", "off", undefined],
  ] as const)("%s %s, sound %s: %d", (model_name, mode, sound, expected) => {
    expect(units({ ...OMNI, model_name, mode, sound })).toBe(expected);
  });

  test("is that of pro when the mode is left out (§10.5 #18)", () => {
    expect(units(OMNI)).toBe(4);
  });

  test("of an edit goes by the rounded seconds of its video, and is unknown while they are", () => {
    const edit = { ...OMNI, mode: "std", video_list: BASE.map((it) => ({ ...it })) } as const;
    expect(units(edit)).toBeUndefined();
    expect(units(edit, film("video_list[0].video_url", { durationSeconds: 7.4 }))).toBe(6.3);
    expect(units(edit, film("video_list[0].video_url", { durationSeconds: 7.6 }))).toBe(7.2);
  });

  test("beside a video to refer to goes by the seconds asked for", () => {
    expect(units({ ...OMNI, mode: "pro", video_list: [{ video_url: FILM, refer_type: "feature" }] })).toBe(6);
  });
});

describe("the price of the other kinds", () => {
  test.each([
    ["kling-v2-6", "std", 4],
    ["kling-v2-6", "pro", 6.4],
    ["kling-v3", "std", 7.2],
    ["kling-v3", "pro", 9.6],
  ] as const)("motion-control %s %s for 8.2 s: %d", (model_name, mode, expected) => {
    const facts = film("video_url", { durationSeconds: 8.2 });
    expect(units({ ...MOTION, model_name, mode }, facts)).toBe(expected);
    expect(units({ ...MOTION, model_name, mode })).toBeUndefined();
  });

  test("an extension costs two units; pictures to video what their model costs, in doubt", () => {
    expect(units({ kind: "video-extend", video_id: "1" })).toBe(2);
    const pictures = {
      kind: "multi-image2video",
      model_name: "kling-v1-6",
      image_list: [{ image: PICTURE }],
      prompt: "a boat",
      mode: "pro",
      duration: "10",
    } as const satisfies TaskRequest;
    const request: TaskRequest = { ...pictures, image_list: [{ image: PICTURE }] };
    expect(kindOf("multi-image2video").price(request, NO_FACTS)).toMatchObject({ units: 7, uncertain: true });
  });

  test("effects, selections and edits have none that is published", () => {
    const effect = { kind: "effects", effect_scene: "squish", input: { image: PICTURE } } as const;
    expect([units(effect), units({ kind: "init-selection", video_id: "1" })]).toEqual([undefined, undefined]);
  });
});

describe("what comes out", () => {
  test("an edit has the shape, length and kept sound of its video", () => {
    const request: TaskRequest = {
      ...OMNI,
      mode: "std",
      video_list: [{ video_url: FILM, refer_type: "base", keep_original_sound: "yes" }],
    };
    const facts = film("video_list[0].video_url", { widthPx: 1080, heightPx: 1920, durationSeconds: 7.4 });
    expect(output(request, facts)).toEqual({
      widthPx: 720,
      heightPx: 1280,
      fps: 24,
      durationSeconds: 7.4,
      hasSound: true,
    });
  });

  test("a clip of a first frame has its shape, any other the one asked for, in pro unless told", () => {
    const first: TaskRequest = { ...OMNI, image_list: [{ image_url: PICTURE, type: "first_frame" }] };
    const facts = film("image_list[0].image_url", { widthPx: 600, heightPx: 800 });
    expect(output(first, facts)).toMatchObject({ widthPx: 1080, heightPx: 1440 });
    expect(output({ ...OMNI, aspect_ratio: "1:1" })).toMatchObject({ widthPx: 1080, heightPx: 1080 });
  });

  test("a movement is taken over as long as it may be, with its sound unless told", () => {
    const facts = film("video_url", { durationSeconds: 12 });
    expect(output(MOTION, facts)).toMatchObject({ durationSeconds: 12, hasSound: true });
    expect(output({ ...MOTION, character_orientation: "image" }, facts)).toMatchObject({
      durationSeconds: 10,
    });
    expect(output({ ...MOTION, keep_original_sound: "no" }, facts)).toMatchObject({ hasSound: false });
  });

  test("an extension is five seconds of its clip's own size", () => {
    const facts = film("video_id", { widthPx: 1920, heightPx: 1080, durationSeconds: 20 });
    expect(output({ kind: "video-extend", video_id: "1" }, facts)).toMatchObject({
      widthPx: 1920,
      heightPx: 1080,
      durationSeconds: 5,
    });
  });
});
