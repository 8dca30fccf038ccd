import { describe, expect, test } from "vitest";
import { REQUEST_SCHEMAS, type RequestOf, type TaskRequest } from "../requests/request.ts";
import { type CapabilityPolicy, isSendable } from "../violation.ts";
import { checkTask } from "./check-task.ts";
import { type FactsByPath, type FileFacts, NO_FACTS } from "./kind.ts";

const PICTURE = "https://example.com/a.png";
const FILM = "https://example.com/a.mp4";

const TEXT = { kind: "text2video", model_name: "kling-v3", prompt: "a boat", duration: "5" } as const;
const IMAGE = { kind: "image2video", model_name: "kling-v1", image: PICTURE, duration: "5" } as const;
const OMNI = {
  kind: "omni-video",
  model_name: "kling-video-o1",
  prompt: "a boat",
  duration: "5",
  aspect_ratio: "16:9",
} as const;
const MOTION = {
  kind: "motion-control",
  model_name: "kling-v2-6",
  image_url: PICTURE,
  video_url: FILM,
  character_orientation: "image",
  mode: "std",
} as const;

type Checked = { readonly policy?: CapabilityPolicy; readonly facts?: FactsByPath };

function check(body: TaskRequest, { policy = "strict", facts = NO_FACTS }: Checked = {}) {
  // Parsed, so that no test asks about what no door lets in.
  REQUEST_SCHEMAS[body.kind].parse(body);
  return checkTask(body, { policy, facts });
}

function codes(body: TaskRequest, checked?: Checked): string[] {
  return check(body, checked).map(({ code }) => code);
}

function filmOf(known: Partial<FileFacts>, path: string): FactsByPath {
  const film = {
    mime: "video/mp4",
    bytes: 1000,
    widthPx: 1280,
    heightPx: 720,
    durationSeconds: 5,
    fps: 24,
    hasSound: true,
  };
  return new Map([[path, { ...film, ...known }]]);
}

function pictureOf(widthPx: number, heightPx: number): FileFacts {
  return {
    mime: "image/png",
    bytes: 1000,
    widthPx,
    heightPx,
    durationSeconds: null,
    fps: null,
    hasSound: null,
  };
}

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

describe("omni-video", () => {
  const images = (count: number, type?: "first_frame") => [
    ...(type ? [{ image_url: PICTURE, type }] : []),
    ...Array.from({ length: count }, () => ({ image_url: PICTURE })),
  ];
  const elements = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ element_id: String(at + 1) }));
  const base: RequestOf<"omni-video">["video_list"] = [{ video_url: FILM, refer_type: "base" }];
  const feature: RequestOf<"omni-video">["video_list"] = [{ video_url: FILM, refer_type: "feature" }];

  test("takes seven references, four beside a video", () => {
    expect(codes({ ...OMNI, image_list: images(4), element_list: elements(3) })).toEqual([]);
    expect(codes({ ...OMNI, image_list: images(5), element_list: elements(3) })).toEqual([
      "too_many_references",
    ]);
    expect(codes({ ...OMNI, image_list: images(2), element_list: elements(2), video_list: feature })).toEqual(
      [],
    );
    expect(codes({ ...OMNI, image_list: images(3), element_list: elements(2), video_list: feature })).toEqual(
      ["too_many_references"],
    );
  });

  test("frames: an end needs a beginning, an edited video takes neither, O1 no third picture", () => {
    const first = { image_url: PICTURE, type: "first_frame" } as const;
    const end = { image_url: PICTURE, type: "end_frame" } as const;
    const { aspect_ratio: _, ...shapeless } = OMNI;
    expect(codes({ ...OMNI, image_list: [end] })).toEqual(["end_frame_alone"]);
    expect(codes({ ...shapeless, image_list: [first, end] })).toEqual([]);
    expect(codes({ ...shapeless, image_list: [first, end, { image_url: PICTURE }] })).toEqual([
      "end_frame_with_images",
    ]);
    expect(codes({ ...shapeless, image_list: [first], video_list: base })).toEqual(["frames_excluded"]);
    expect(codes({ ...shapeless, image_list: [first, first] })).toEqual(["first_frame_repeated"]);
    expect(codes({ ...shapeless, image_list: [first, end], element_list: elements(1) })).toEqual([
      "elements_with_end_frame_unsupported",
    ]);
  });

  test("§10.5 #16: O1 makes 5 or 10 s from text or a first frame, 3 to 10 s with references", () => {
    expect(codes({ ...OMNI, duration: "7" })).toEqual(["duration_unsupported"]);
    expect(codes({ ...OMNI, duration: "7", image_list: images(1) })).toEqual([]);
    expect(codes({ ...OMNI, duration: "11", image_list: images(1) })).toEqual(["duration_unsupported"]);
    expect(codes({ ...OMNI, model_name: "kling-v3-omni", duration: "7" })).toEqual([]);
  });

  test("§10.5 #17: a ratio is wanted unless something gives the shape, and has no effect then", () => {
    const { aspect_ratio: _, ...shapeless } = OMNI;
    expect(codes(shapeless)).toEqual(["aspect_ratio_required"]);
    expect(codes({ ...shapeless, video_list: feature })).toEqual(["aspect_ratio_required"]);
    expect(isSendable(check({ ...shapeless, video_list: feature }, { policy: "warn" }))).toBe(true);
    expect(codes({ ...shapeless, video_list: base })).toEqual([]);
    expect(codes({ ...OMNI, video_list: base })).toEqual(["aspect_ratio_ignored"]);
    expect(codes({ ...OMNI, image_list: images(0, "first_frame") })).toEqual(["aspect_ratio_ignored"]);
  });

  test("a prompt refers only to what is attached, in the order of its list", () => {
    const request = { ...OMNI, image_list: images(1), element_list: elements(2), video_list: feature };
    const prompt = "<<<image_1>>> <<<element_2>>> <<<video_1>>>";
    expect(codes({ ...request, prompt })).toEqual([]);
    expect(codes({ ...OMNI, prompt })).toEqual(Array(3).fill("reference_unattached"));
    expect(codes({ ...request, prompt: "<<<image_0>>>" })).toEqual(["reference_unattached"]);
  });

  test("a film beside O1 takes 10 s at most, beside kling-v3-omni 15", () => {
    const facts = filmOf({ durationSeconds: 12 }, "video_list[0].video_url");
    const request = { ...OMNI, video_list: feature };
    expect(codes(request, { facts })).toEqual(["video_too_long"]);
    expect(codes({ ...request, model_name: "kling-v3-omni" }, { facts })).toEqual([]);
  });
});

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
