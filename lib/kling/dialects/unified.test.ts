import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kindOf } from "../kinds/kinds.ts";
import { anyRequestOf } from "../requests/arbitraries.fixture.ts";
import type { TaskRequest } from "../requests/request.ts";
import { TASK_KINDS, type TaskKind } from "../task-kinds.ts";
import { decodeCreate } from "./native-create.ts";
import { decodeUnified } from "./unified.ts";
import { refuseUnifiedElement } from "./unified-elements.ts";
import { encodeUnified } from "./unified-encode.ts";
import type { JsonObject } from "./unknown-values.ts";

function native(body: unknown): { kind: TaskKind; nativeBody: JsonObject; askedModel: string } {
  const decoded = decodeUnified(body);
  if (!decoded.ok) throw new Error(decoded.message);
  return decoded;
}

function request(body: unknown): TaskRequest {
  const { kind, nativeBody } = native(body);
  const decoded = decodeCreate(kind, nativeBody);
  if (!decoded.ok) throw new Error(decoded.message);
  return decoded.request;
}

const V26 = { model: "Kling-V2.6", prompt: "a boat" };
const O1 = { model: "Kling-Video-O1", prompt: "a boat" };
const PICTURE = "https://example.com/start.jpg";

describe("which kind a body is (S003)", () => {
  test.each([
    ["text2video", V26],
    ["image2video", { ...V26, image: PICTURE }],
    ["image2video", { ...V26, image_tail: PICTURE }],
    ["text2video", { ...V26, image: "", image_tail: null }],
    ["motion-control", { ...V26, action_control: true, image: PICTURE }],
    ["image2video", { ...V26, action_control: false, image: PICTURE }],
    ["omni-video", O1],
    ["omni-video", { ...O1, model: "kling-v3-omni", image: PICTURE }],
    ["multi-image2video", { model: "kling-v1-6", image_list: [PICTURE] }],
    ["text2video", { model: "kling-v1-6", prompt: "a boat" }],
  ] as const)("%s: %j", (kind, body) => {
    expect(native(body).kind).toBe(kind);
  });

  test.each([
    ["Kling-Video-O1", "kling-video-o1"],
    ["kling-video-o1", "kling-video-o1"],
    ["KLING-V2.6", "kling-v2-6"],
    ["kling-v2-6", "kling-v2-6"],
    ["kling-v3.0", "kling-v3"],
    ["kling-v2-1-master", "kling-v2-1-master"],
    ["kling-v2-5", "kling-v2-5-turbo"],
  ])("the model %s is %s, and is echoed as it was asked for (§10.5 #20, #35)", (asked, id) => {
    const { nativeBody, askedModel } = native({ ...V26, model: asked });
    expect([nativeBody.model_name, askedModel]).toEqual([id, asked]);
  });

  test.each([
    [1203, { model: "kling-v9" }],
    [1203, { model: "kling-v3-0" }],
    [1201, { model: 26 }],
    [1201, { prompt: "a boat" }],
    [1201, { ...O1, first_frame_url: 5 }],
    [1201, { ...O1, reference_images: PICTURE }],
    [1200, "a boat"],
    [1200, null],
  ])("%i: %j", (code, body) => {
    expect(decodeUnified(body)).toMatchObject({ ok: false, code });
  });
});

describe("fields of S003 in native words", () => {
  test.each(["5", 5])("seconds %j is the length (§10.5 #15)", (seconds) => {
    expect(request({ ...V26, seconds })).toMatchObject({ duration: "5" });
  });

  test("flat frames come first, then the references, and the native list wins over both (§10.5 #14)", () => {
    const flat = {
      ...O1,
      first_frame_url: "https://a/1",
      last_frame_url: "https://a/2",
      reference_images: ["https://a/3", ""],
      image_list: ["https://a/4"],
    };
    expect(native(flat).nativeBody.image_list).toEqual([
      { image_url: "https://a/1", type: "first_frame" },
      { image_url: "https://a/2", type: "end_frame" },
      { image_url: "https://a/3" },
      { image_url: "https://a/4" },
    ]);
    const mixed = native({ ...flat, image_list: [{ image_url: "https://a/5" }, "https://a/6"] }).nativeBody;
    expect(mixed.image_list).toEqual([{ image_url: "https://a/5" }, { image_url: "https://a/6" }]);
    expect(mixed).toMatchObject({ first_frame_url: "https://a/1" });
  });

  test("pictured subjects are named as their endpoint names them", () => {
    const body = { model: "kling-v1-6", prompt: "two boats", image_list: [PICTURE, { image: PICTURE }] };
    expect(native(body).nativeBody.image_list).toEqual([{ image: PICTURE }, { image: PICTURE }]);
  });

  test("a data: prefix is no part of a picture (§10.5 #42)", () => {
    expect(request({ ...V26, image: "data:image/png;base64,iVBORw0KGgo=" })).toMatchObject({
      image: "iVBORw0KGgo=",
    });
  });

  test("cfg_scale, camera and brushes beside V2.6 are passed on (§10.5 #21, #22)", () => {
    const body = { ...V26, image: PICTURE, cfg_scale: 0.5, camera_control: { type: "forward_up" } };
    expect(request(body)).toMatchObject({ cfg_scale: 0.5, camera_control: { type: "forward_up" } });
  });

  test("parameters that nobody knows are kept for an upstream", () => {
    const { kind, nativeBody } = native({ ...V26, style_preset: "noir" });
    expect(decodeCreate(kind, nativeBody)).toMatchObject({ ok: true, extraFields: { style_preset: "noir" } });
  });

  test("callback and external id travel along", () => {
    const beside = { callback_url: "https://example.com/done", external_task_id: "order-7" };
    expect(native({ ...V26, ...beside }).nativeBody).toMatchObject(beside);
  });

  test.each([
    ["pro", O1],
    ["std", V26],
  ])("without a mode it is %s: %j (§10.5 #18)", (mode, body) => {
    const given = request(body);
    expect(kindOf(given.kind).pointOf(given)).toMatchObject({ mode });
  });

  test("an element's name has half the usual length (§10.5 #26)", () => {
    expect(refuseUnifiedElement({ element_name: "一二三四五六七八九十" })).toBeUndefined();
    expect(refuseUnifiedElement({ element_name: "一二三四五六七八九十十" })).toMatchObject({ code: 1201 });
  });
});

const CARRIED = ["text2video", "image2video", "multi-image2video", "omni-video", "motion-control"] as const;

describe("encodeUnified", () => {
  test.each(CARRIED)("decode(encode(x)) is x for %s, or the misleading field is named", (kind) => {
    let carried = 0;
    fc.assert(
      fc.property(anyRequestOf(kind), (given) => {
        const encoded = encodeUnified(given);
        if (encoded.ok) {
          carried += 1;
          expect(request(encoded.body)).toEqual(given);
          return;
        }
        expect(encoded.fields).toEqual([expect.stringMatching(/^(model_name|image)$/)]);
        if (encoded.fields[0] === "image") expect(given).not.toHaveProperty("image");
        else expect(native(bodyOf(given)).kind).not.toBe(kind);
      }),
      { numRuns: 500 },
    );
    expect(carried).toBeGreaterThan(5);
  });

  test("no other kind has a place in this dialect", () => {
    for (const kind of TASK_KINDS.filter((it) => !CARRIED.some((carried) => carried === it))) {
      const [given] = fc.sample(anyRequestOf(kind), 1);
      expect(given && encodeUnified(given)).toEqual({ ok: false, fields: ["kind"] });
    }
  });

  test("an id beyond 2^53 keeps every digit", () => {
    const element_list = [{ element_id: "842130978230767622" }];
    const given = { kind: "omni-video", model_name: "kling-video-o1", duration: "5", element_list } as const;
    expect(encodeUnified(given)).toMatchObject({ body: { model: "Kling-Video-O1", element_list } });
  });
});

/** What the request would look like if it were sent all the same. */
function bodyOf({ kind, ...fields }: TaskRequest): JsonObject {
  const { model_name, ...rest } = fields as JsonObject;
  return { ...rest, model: model_name, ...(kind === "motion-control" && { action_control: true }) };
}
