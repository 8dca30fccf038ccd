import { describe, expect, test } from "vitest";
import { httpStatusOf } from "./codes.ts";
import type { DecodedJob } from "./dialects/decoded-job.ts";
import { decodeGenerations } from "./dialects/generations.ts";
import { encodeJob, JOB_STATUS } from "./dialects/job-view.ts";
import { decodeCreate } from "./dialects/native-create.ts";
import { encodeCreate } from "./dialects/native-encode.ts";
import { taskNotFound } from "./dialects/native-envelope.ts";
import { encodeElement } from "./dialects/native-result.ts";
import { NATIVE_STATUS } from "./dialects/native-task.ts";
import { decodeUnified } from "./dialects/unified.ts";
import { refuseUnifiedElement } from "./dialects/unified-elements.ts";
import { encodeUnified } from "./dialects/unified-encode.ts";
import { ELEMENT_TAG_IDS, ELEMENT_TAG_NAMES } from "./element-tags.ts";
import { matchEndpoint } from "./endpoints.ts";
import { parseLossless, stringifyLossless } from "./json.ts";
import { checkTask } from "./kinds/check-task.ts";
import { cellAt } from "./kinds/grid/grid.ts";
import { imageGeneration } from "./kinds/image-generation.ts";
import { type FactsByPath, NO_FACTS } from "./kinds/kind.ts";
import { kindOf } from "./kinds/kinds.ts";
import { videoExtend } from "./kinds/video-extend.ts";
import { MEDIA_LIMITS } from "./media-limits.ts";
import { MODEL_IDS } from "./models.ts";
import { outputSpec } from "./output.ts";
import { REQUEST_SCHEMAS, type RequestOf, type TaskRequest } from "./requests/request.ts";
import type { TaskKind } from "./task-kinds.ts";
import type { ElementView, TaskView } from "./task-view.ts";
import type { CapabilityPolicy } from "./violation.ts";

/** The contradictions of the documents and how we read each: api-reference §10.5, one test per number. */

const IMAGE = "https://example.com/a.png";
const MASK = "https://example.com/m.png";

function native<Kind extends TaskKind>(kind: Kind, body: object): RequestOf<Kind> {
  const decoded = decodeCreate(kind, body);
  if (!decoded.ok) throw new Error(decoded.message);
  // A decoder answers with requests of the kind it was asked for.
  return decoded.request as RequestOf<Kind>;
}

/** The request that a body of a gateway dialect becomes. */
function through(decode: (body: unknown) => DecodedJob, body: object): TaskRequest {
  const job = decode(body);
  if (!job.ok) throw new Error(job.message);
  return native(job.kind, job.nativeBody);
}

const unified = (body: object) => through(decodeUnified, body);
const generations = (body: object) => through(decodeGenerations, { model: "kling-v3-std-silent", ...body });

function found(request: TaskRequest, policy: CapabilityPolicy = "strict", facts: FactsByPath = NO_FACTS) {
  return checkTask(request, { policy, facts }).map(({ code, severity }) => `${code} ${severity}`);
}

function errors(request: TaskRequest, policy: CapabilityPolicy = "strict") {
  return checkTask(request, { policy, facts: NO_FACTS }).filter(({ severity }) => severity === "error");
}

const TEXT = { prompt: "a boat" };
const O1 = { model: "Kling-Video-O1", prompt: "a boat", aspect_ratio: "16:9" };
const V26 = { model: "Kling-V2.6", prompt: "a boat", mode: "pro" };

describe("S000 and S001, the map of 2025", () => {
  test("1: of the table whose header lost columns, §6.1 holds: v1 720p twice, v1-5 720p and 1080p, 30 fps", () => {
    const spec = (model_name: "kling-v1" | "kling-v1-5", mode: "std" | "pro") => {
      const { resolution, fps } = outputSpec(native("image2video", { image: IMAGE, model_name, mode }));
      return [resolution, fps];
    };
    expect(spec("kling-v1", "std")).toEqual(["720p", 30]);
    expect(spec("kling-v1", "pro")).toEqual(["720p", 30]);
    expect(spec("kling-v1-5", "std")).toEqual(["720p", 30]);
    expect(spec("kling-v1-5", "pro")).toEqual(["1080p", 30]);
  });

  test("2: v1-6 makes clips from text in pro, since 2025-08-12", () => {
    const request = native("text2video", { ...TEXT, model_name: "kling-v1-6", mode: "pro" });
    expect(found(request)).toEqual([]);
    const { grid, pointOf } = kindOf("text2video");
    expect(cellAt(grid, "generation", pointOf(request))?.source).toContain("upd 2025-08-12");
  });

  test("3: v2 restyles a picture, although S000 says none; the statement is marked as contradicted", () => {
    const request = native("image-generation", { ...TEXT, model_name: "kling-v2", image: IMAGE });
    expect(found(request)).toEqual([]);
    const { grid, pointOf } = imageGeneration;
    expect(cellAt(grid, "image_to_image", pointOf(request))).toMatchObject({
      evidence: "contradicted",
      source: expect.stringContaining("S000"),
    });
  });

  test("4: lips are synced on videos of every model", () => {
    const { grid } = kindOf("lip-sync");
    expect(grid.axes.map(({ name }) => name)).not.toContain("model_name");
    expect(grid.cells[0]?.source).toContain("model-independent");
  });

  test("5: an extension takes negative_prompt and cfg_scale, of whichever model its clip is", () => {
    const body = { video_id: "1", negative_prompt: "rain", cfg_scale: 0.5 };
    const request = native("video-extend", body);
    expect(request).toMatchObject(body);
    expect(found(request)).toEqual([]);
  });

  test("6: clips of v1, v1-5 and v1-6 can be extended, not those of v1 alone", () => {
    expect(cellAt(videoExtend.grid, "generation", {})?.source).toContain(
      "kling-v1, kling-v1-5 and kling-v1-6",
    );
    expect(Object.keys(REQUEST_SCHEMAS["video-extend"].shape)).not.toContain("model_name");
  });
});

describe("S002, the kling-v3 gateway", () => {
  test("7: 3–15 s, three ratios, a prompt", () => {
    for (const duration of [3, 15]) expect(errors(generations({ ...TEXT, duration }))).toEqual([]);
    expect(() => generations({ ...TEXT, duration: 16 })).toThrow("duration");
    for (const aspect_ratio of ["16:9", "9:16", "1:1"])
      expect(errors(generations({ ...TEXT, aspect_ratio }))).toEqual([]);
    expect(() => generations({ ...TEXT, aspect_ratio: "4:3" })).toThrow("aspect_ratio");
    expect(errors(generations({ duration: 5 })).map(({ code }) => code)).toEqual(["prompt_required"]);
  });

  test("8: intelligent is native intelligence", () => {
    const request = generations({ ...TEXT, extra_body: { shot_type: "intelligent" } });
    expect(request).toMatchObject({ shot_type: "intelligence" });
  });

  test("9: customize without shots is one shot, intelligent is several of the model's choice", () => {
    expect(generations({ ...TEXT, extra_body: { shot_type: "customize" } })).not.toHaveProperty("multi_shot");
    expect(generations({ ...TEXT, image: IMAGE, extra_body: { shot_type: "intelligent" } })).toMatchObject({
      kind: "image2video",
      multi_shot: true,
      prompt: "a boat",
    });
  });

  const SHOTS = [
    { index: 1, prompt: "a boat", duration: "2" },
    { index: 2, prompt: "a storm", duration: "3" },
  ];

  test("10: several shots go with text too; beside a picture and a prompt only S002 refuses them", () => {
    const extra_body = { multi_prompt: SHOTS };
    expect(errors(generations({ duration: 5, extra_body }))).toEqual([]);
    expect(() => generations({ ...TEXT, image: IMAGE, extra_body })).toThrow("multi_prompt");
    const shots = { multi_shot: true, shot_type: "customize", multi_prompt: SHOTS };
    expect(
      errors(native("image2video", { ...TEXT, model_name: "kling-v3", image: IMAGE, ...shots })),
    ).toEqual([]);
  });

  test("11: shots and elements have their native shapes", () => {
    const element_list = [{ element_id: "842130978230767622" }];
    const request = generations({ image: IMAGE, extra_body: { multi_prompt: SHOTS, element_list } });
    expect(request).toMatchObject({ multi_prompt: SHOTS, element_list });
  });

  test("12: an end frame alone is refused, by the gateway and by the map of v3", () => {
    expect(() => generations({ ...TEXT, last_image: IMAGE })).toThrow("last_image");
    const alone = native("image2video", { ...TEXT, model_name: "kling-v3", image_tail: IMAGE });
    expect(found(alone)).toContain("end_frame_only_unsupported error");
  });

  test("13: cfg_scale is accepted on v3, with nothing to say about it", () => {
    expect(found(generations({ ...TEXT, extra_body: { cfg_scale: 0.5 } }))).toEqual([]);
  });
});

describe("S003, the unified gateway", () => {
  test("14: pictures come as addresses or as native objects, and native objects win", () => {
    const plain = unified({ ...O1, image_list: [IMAGE], reference_images: [MASK] });
    expect(plain).toMatchObject({ image_list: [{ image_url: MASK }, { image_url: IMAGE }] });
    const objects = unified({ ...O1, image_list: [{ image_url: IMAGE }], reference_images: [MASK] });
    expect(objects).toMatchObject({ image_list: [{ image_url: IMAGE }] });
  });

  test("15: seconds are a text or a number", () => {
    for (const seconds of ["5", 5]) expect(unified({ ...O1, seconds })).toMatchObject({ duration: "5" });
  });

  test("16: O1 makes 5 or 10 s from text or a first frame, and 3–10 s beside a reference", () => {
    const seven = { ...O1, seconds: "7" };
    expect(found(unified(seven))).toContain("duration_unsupported error");
    const { aspect_ratio: _, ...shapeless } = seven;
    expect(found(unified({ ...shapeless, first_frame_url: IMAGE }))).toContain("duration_unsupported error");
    expect(found(unified({ ...seven, seconds: "10" }))).toEqual([]);
    expect(found(unified({ ...seven, reference_images: [IMAGE] }))).toEqual([]);
  });

  test("17: a ratio is asked for where neither a first frame nor an edited video gives one, and ignored there", () => {
    const { aspect_ratio: _, ...shapeless } = O1;
    expect(found(unified(shapeless))).toEqual(["aspect_ratio_required error"]);
    const video_list = [{ video_url: "https://example.com/v.mp4", refer_type: "base" }];
    for (const shape of [{ first_frame_url: IMAGE }, { video_list }]) {
      expect(found(unified({ ...shapeless, ...shape }))).toEqual([]);
      expect(found(unified({ ...O1, ...shape }))).toEqual(["aspect_ratio_ignored warning"]);
    }
  });

  test("18: an omni video left to itself is pro, every other clip std", () => {
    const pointOf = (request: TaskRequest) => kindOf(request.kind).pointOf(request);
    expect(pointOf(unified(O1))).toMatchObject({ mode: "pro" });
    expect(pointOf(unified({ model: "Kling-V2.6", prompt: "a boat" }))).toMatchObject({ mode: "std" });
  });

  const DONE: TaskView = {
    id: "1",
    kind: "text2video",
    askedModel: "Kling-Video-O1",
    status: "succeeded",
    createdAtMs: 0,
    updatedAtMs: 1,
    outputs: [{ id: "v", label: "video", url: IMAGE, durationSeconds: "5.04" }],
  };

  test("19: a finished job has the shape shown for GET, with video_url and not with data[]", () => {
    const job = encodeJob(DONE);
    expect(job).toMatchObject({ id: "1", status: "completed", video_url: IMAGE, usage: { seconds: 5.04 } });
    expect(job).not.toHaveProperty("data");
  });

  test("20: models are found in any case and echoed as they were asked for", () => {
    for (const model of ["Kling-Video-O1", "kling-video-o1", "KLING-VIDEO-O1"]) {
      const job = decodeUnified({ ...O1, model });
      expect(job).toMatchObject({ askedModel: model, nativeBody: { model_name: "kling-video-o1" } });
    }
    expect(encodeJob(DONE).model).toBe("Kling-Video-O1");
  });

  test("21: camera and masks on v2-6 are outside the map, and the connection's policy is the switch", () => {
    const path = [
      { x: 1, y: 1 },
      { x: 2, y: 2 },
    ];
    const samples = [
      unified({ ...V26, camera_control: { type: "forward_up" } }),
      unified({ ...V26, image: IMAGE, static_mask: MASK }),
      unified({ ...V26, image: IMAGE, dynamic_masks: [{ mask: MASK, trajectories: path }] }),
    ];
    for (const request of samples) {
      expect(errors(request, "strict").map((it) => it.class)).toEqual(["capability"]);
      expect(errors(request, "warn")).toEqual([]);
      expect(found(request, "off")).toEqual([]);
    }
  });

  test("22: cfg_scale on any v2 is ignored and never refused", () => {
    for (const model_name of MODEL_IDS.filter((id) => id.startsWith("kling-v2"))) {
      const request = native("image2video", { image: IMAGE, model_name, mode: "pro", cfg_scale: 0.5 });
      expect(errors(request)).toEqual([]);
      expect(found(request)).toContain("cfg_scale_ignored warning");
    }
  });

  test("23: sound on v2-6 is for pro and for clips without an end frame; otherwise refused, or told", () => {
    expect(found(unified({ ...V26, sound: "on" }))).toEqual([]);
    const std = unified({ ...V26, sound: "on", mode: "std" });
    const tail = unified({ ...V26, sound: "on", image: IMAGE, image_tail: IMAGE });
    expect(found(std)).toEqual(["sound_unsupported error"]);
    expect(found(tail)).toEqual(["end_frame_with_sound_unsupported error"]);
    for (const request of [std, tail]) expect(errors(request, "warn")).toEqual([]);
  });

  test("24: v2-6 takes an end frame alone as a field and refuses it as a capability", () => {
    const request = unified({ ...V26, image_tail: IMAGE });
    expect(request).toMatchObject({ kind: "image2video", image_tail: IMAGE });
    expect(found(request)).toEqual(["end_frame_only_unsupported error"]);
    expect(errors(request, "warn")).toEqual([]);
  });

  test("25: the picture of motion control measures 300–65536 px, and it is charged by the second", () => {
    expect(MEDIA_LIMITS.motionImage).toMatchObject({ minSidePx: 300, maxSidePx: 65_536 });
    const film = { mime: "video/mp4", bytes: 1, widthPx: 720, heightPx: 720, fps: 24, hasSound: true };
    const facts = new Map([["video_url", { ...film, durationSeconds: 6 }]]);
    const body = { image_url: IMAGE, video_url: "https://example.com/v.mp4", character_orientation: "video" };
    for (const [mode, units] of [
      ["std", 3],
      ["pro", 4.8],
    ] as const) {
      const request = native("motion-control", { ...body, mode });
      expect(kindOf("motion-control").price(request, facts)).toMatchObject({ units });
    }
  });

  const ELEMENT = {
    element_description: "a paper boat",
    element_frontal_image: IMAGE,
    element_refer_list: [{ image_url: IMAGE }],
    tag_list: [{ tag_id: "o_104" }],
  };

  test("26: an element's name has ten characters in the gateway and twenty natively", () => {
    const named = (count: number) => ({ ...ELEMENT, element_name: "一".repeat(count) });
    expect(refuseUnifiedElement(named(10))).toBeUndefined();
    expect(refuseUnifiedElement(named(11))?.code).toBe(1201);
    expect(decodeCreate("custom-elements", named(20)).ok).toBe(true);
    expect(decodeCreate("custom-elements", named(21)).ok).toBe(false);
  });

  test("27: the table of tags that ends after its header has eight rows", () => {
    expect(ELEMENT_TAG_IDS.map((id) => ELEMENT_TAG_NAMES[id].zh)).toEqual([
      "热梗",
      "人物",
      "动物",
      "道具",
      "服饰",
      "场景",
      "特效",
      "其他",
    ]);
  });

  const VIEW: ElementView = {
    id: "842130978230767622",
    library: "custom",
    name: "boat",
    description: "a paper boat",
    referenceType: "image_refer",
    referUrls: [IMAGE],
    videoUrls: [],
    tagIds: ["o_104"],
    ownedBy: "1",
    isDeleted: false,
  };

  test("28: a request says tag_id, an answer id, name and description", () => {
    expect(native("custom-elements", { ...ELEMENT, element_name: "boat" }).tag_list).toEqual([
      { tag_id: "o_104" },
    ]);
    expect(encodeElement(VIEW).tag_list).toEqual([
      { id: "o_104", name: expect.any(String), description: expect.any(String) },
    ]);
  });

  test("29: element ids are texts inside and bare numbers outside, with every digit", () => {
    const text = stringifyLossless(encodeElement(VIEW));
    expect(text).toContain('"element_id":842130978230767622');
    const { element_id } = parseLossless(text) as { element_id: bigint };
    for (const sent of [element_id, "842130978230767622"]) {
      const request = unified({ ...O1, element_list: [{ element_id: sent }] });
      expect(request).toMatchObject({ element_list: [{ element_id: "842130978230767622" }] });
      // The gateway's own samples send texts, Kling numbers.
      expect(stringifyLossless(encodeCreate(request).body)).toContain('"element_id":842130978230767622');
      expect(encodeUnified(request)).toMatchObject({
        body: { element_list: [{ element_id: "842130978230767622" }] },
      });
    }
  });

  test("30: jobs answer in the gateway's shape and its elements in Kling's own envelope", () => {
    expect(matchEndpoint("POST", "/v1/videos")).toMatchObject({
      endpoint: { dialect: "unified", operation: "create_job" },
    });
    expect(matchEndpoint("POST", "/v1/elements/custom")).toMatchObject({
      endpoint: { dialect: "unified", operation: "create", kind: "custom-elements" },
    });
    expect(encodeJob({ ...DONE, status: "submitted" })).not.toHaveProperty("code");
    expect(encodeElement(VIEW)).toMatchObject({ element_name: "boat", owned_by: "1" });
  });

  test("31: voices beside text are accepted and have no effect", () => {
    const request = unified({ ...V26, voice_list: [{ voice_id: "1" }] });
    expect(request.kind).toBe("text2video");
    expect(found(request)).toEqual(["voice_list_ignored warning"]);
  });
});

describe("S004, Kapon", () => {
  const KAPON = { model_name: "kling-v1", image: IMAGE, prompt: "a boat" };

  test("32: end frame, masks and camera exclude one another, and the first frame goes with each", () => {
    const camera_control = { type: "simple", config: { zoom: 5 } };
    const static_mask = MASK;
    const withCamera = { ...KAPON, model_name: "kling-v1-5", mode: "pro", camera_control };
    expect(found(native("image2video", withCamera))).toEqual([]);
    expect(found(native("image2video", { ...KAPON, static_mask }))).toEqual([]);
    const pairs = [
      { image_tail: IMAGE, static_mask },
      { image_tail: IMAGE, camera_control },
      { static_mask, camera_control },
    ];
    for (const pair of pairs) {
      const exclusions = errors(native("image2video", { ...KAPON, ...pair }), "off");
      expect(exclusions.map((it) => it.class)).toEqual(["limit"]);
    }
  });

  test("33: the native path takes an end frame without a first one, and neither is missing", () => {
    const { image: _, ...bare } = KAPON;
    const tail = { ...bare, model_name: "kling-v1-6", mode: "pro", image_tail: IMAGE };
    expect(found(native("image2video", tail))).toEqual([]);
    expect(found(native("image2video", bare), "off")).toContain("image_required error");
  });

  test("34: masks have the shape of the picture and the size of one another", () => {
    const size = (widthPx: number, heightPx: number) => ({
      mime: "image/png",
      bytes: 1,
      widthPx,
      heightPx,
      durationSeconds: null,
      fps: null,
      hasSound: null,
    });
    const path = [
      { x: 1, y: 1 },
      { x: 2, y: 2 },
    ];
    const request = native("image2video", {
      ...KAPON,
      static_mask: MASK,
      dynamic_masks: [{ mask: MASK, trajectories: path }],
    });
    const judged = (still: [number, number], moving: [number, number]) =>
      found(
        request,
        "strict",
        new Map([
          ["image", size(1280, 720)],
          ["static_mask", size(...still)],
          ["dynamic_masks[0].mask", size(...moving)],
        ]),
      );
    expect(judged([640, 360], [640, 360])).toEqual([]);
    expect(judged([1280, 720], [640, 360])).toEqual(["mask_size error"]);
    expect(judged([720, 720], [720, 720])).toEqual(["mask_ratio error", "mask_ratio error"]);
  });

  test("35: kling-v2-5 is a gateway's alias and natively does not exist", () => {
    expect(unified({ ...TEXT, model: "kling-v2-5" })).toMatchObject({ model_name: "kling-v2-5-turbo" });
    const refused = decodeCreate("image2video", { ...KAPON, model_name: "kling-v2-5" });
    expect(refused).toMatchObject({ ok: false, code: 1203 });
  });

  test("36: its samples outside the map run once the connection only warns", () => {
    const samples = [
      { ...KAPON, image_tail: IMAGE, mode: "pro", duration: "10", aspect_ratio: "16:9" },
      {
        ...KAPON,
        model_name: "kling-v2-master",
        duration: "10",
        camera_control: { type: "simple", config: { zoom: 5 } },
      },
    ];
    for (const body of samples) {
      const request = native("image2video", body);
      expect(errors(request, "strict")).not.toEqual([]);
      expect(errors(request, "warn")).toEqual([]);
    }
  });

  test("37: a ratio beside a picture is accepted and ignored", () => {
    expect(found(native("image2video", { ...KAPON, aspect_ratio: "16:9" }))).toEqual([
      "aspect_ratio_ignored warning",
    ]);
  });

  test("38: pan turns left and right and tilt up and down, so both travel under their own names", () => {
    for (const config of [{ pan: -3 }, { tilt: 4 }]) {
      const camera_control = { type: "simple", config };
      const request = unified({ ...V26, camera_control });
      expect(request).toMatchObject({ camera_control });
      expect(encodeCreate(request).body.camera_control).toEqual(camera_control);
    }
  });

  test("39: a path has 2 to 77 points", () => {
    const body = (count: number) => ({
      ...KAPON,
      dynamic_masks: [{ mask: MASK, trajectories: Array.from({ length: count }, (_, x) => ({ x, y: 1 })) }],
    });
    for (const count of [2, 77]) expect(decodeCreate("image2video", body(count)).ok).toBe(true);
    for (const count of [1, 78]) expect(decodeCreate("image2video", body(count)).ok).toBe(false);
  });
});

describe("across all of them", () => {
  test("40: each dialect has its own word for success", () => {
    expect(NATIVE_STATUS.succeeded).toBe("succeed");
    expect(JOB_STATUS.succeeded).toBe("completed");
  });

  test("41: an unknown id is 1201 with status 400, as the server answers", () => {
    const error = taskNotFound("42");
    expect(error).toEqual({ code: 1201, message: "Task not found by id/external id: 42" });
    expect(httpStatusOf(error.code)).toBe(400);
  });

  test("42: a data: prefix is taken off base64 at every door, which S003 promises and Kling would refuse", () => {
    const image = "data:image/png;base64,iVBORw0KGgo=";
    expect(native("image2video", { image })).toMatchObject({ image: "iVBORw0KGgo=" });
    expect(unified({ ...V26, image })).toMatchObject({ image: "iVBORw0KGgo=" });
    expect(generations({ ...TEXT, image })).toMatchObject({ image: "iVBORw0KGgo=" });
  });

  test("43: sound is the text on or off and never a boolean", () => {
    for (const sound of ["on", "off"])
      expect(native("text2video", { ...TEXT, sound })).toMatchObject({ sound });
    for (const sound of [true, false])
      expect(decodeCreate("text2video", { ...TEXT, sound })).toMatchObject({ ok: false, field: "sound" });
  });
});
