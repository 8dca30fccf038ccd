import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ClipRequest, clipRequestSchema } from "../requests/clip.ts";
import { taskRequestSchema } from "../requests/request.ts";
import { checkRequest } from "../rules.ts";
import { type ClipKind, TASK_KINDS, type TaskKind } from "../task-kinds.ts";
import { isSendable } from "../violation.ts";
import { decodeCreate } from "./native-create.ts";
import { encodeCreate } from "./native-encode.ts";

function decoded(kind: ClipKind, body: unknown): ClipRequest {
  const result = decodeCreate(kind, body);
  if (!result.ok) throw new Error(result.message);
  return clipRequestSchema.parse(result.request);
}

function refused(kind: TaskKind, body: unknown): [number, string | undefined, string] {
  const result = decodeCreate(kind, body);
  if (result.ok) throw new Error(`accepted: ${JSON.stringify(result.request)}`);
  return [result.code, result.field, result.message];
}

const TEXT = { kind: "text2video", model_name: "kling-v1", prompt: "a boat", duration: "5" } as const;

describe("what clients really send", () => {
  test("unset is an empty text, null, an empty list or an empty shell", () => {
    const body = {
      model_name: "",
      prompt: "a boat",
      negative_prompt: "",
      mode: null,
      duration: "",
      callback_url: "",
      external_task_id: "",
      dynamic_masks: [],
      element_list: null,
      camera_control: { type: "", config: null },
      watermark_info: {},
    };
    expect(decodeCreate("text2video", body)).toEqual({
      ok: true,
      request: TEXT,
      askedModel: undefined,
      extraFields: {},
      warnings: [],
    });
  });

  test("the old field model is ignored, which means V1", () => {
    const result = decodeCreate("text2video", { model: "kling-v2-6", prompt: "a boat" });
    expect(result).toMatchObject({
      ok: true,
      request: { model_name: "kling-v1" },
      warnings: [{ field: "model" }],
    });
  });

  test("new-api sends model and model_name, and cfg_scale to every model (§10.5 #22)", () => {
    const body = {
      model: "kling-v2-6",
      model_name: "kling-v2-6",
      prompt: "a boat",
      cfg_scale: 0.5,
      mode: "std",
    };
    const request = decoded("text2video", body);
    expect(request).toMatchObject({ model_name: "kling-v2-6", cfg_scale: 0.5 });
    expect(isSendable(checkRequest(request))).toBe(true);
  });

  test("a mode on a master model is taken and has no effect (comfy-py)", () => {
    const request = decoded("text2video", { model_name: "kling-v2-master", prompt: "a boat", mode: "pro" });
    expect(checkRequest(request).map((it) => [it.code, it.severity])).toEqual([["mode_ignored", "warning"]]);
  });

  test("durations and cfg_scale come as numbers and as texts", () => {
    const body = { model_name: "kling-v3", prompt: "a boat", duration: 7, cfg_scale: "0.25" };
    expect(decoded("text2video", body)).toMatchObject({ duration: "7", cfg_scale: 0.25 });
  });

  test("flags come as booleans and as texts", () => {
    for (const multi_shot of [false, "false"]) {
      expect(decoded("text2video", { prompt: "a boat", multi_shot })).toMatchObject({ multi_shot: false });
    }
  });

  test("a field we do not know is kept with its place, for an upstream that may", () => {
    const result = decodeCreate("omni-video", {
      prompt: "a boat",
      seed: 7,
      "a.b[0]": "odd",
      image_list: [{ image_url: "https://example.com/a.png", weight: 0.5 }],
    });
    expect(result).toMatchObject({
      ok: true,
      extraFields: { seed: 7, '["a.b[0]"]': "odd", "image_list[0].weight": 0.5 },
    });
    if (!result.ok) return;
    const { body } = encodeCreate(result.request, result);
    expect(body).toMatchObject({ seed: 7, "a.b[0]": "odd", image_list: [{ weight: 0.5 }] });
  });

  test("a field named __proto__ is none, and gives nothing to what is kept", () => {
    const result = decodeCreate("text2video", JSON.parse('{"prompt":"a boat","__proto__":{"seed":7}}'));
    expect(result).toMatchObject({ ok: true });
    if (result.ok) expect("seed" in result.extraFields).toBe(false);
  });

  test("base64 loses its data: prefix and line breaks (§10.5 #42)", () => {
    const body = { image: "data:image/png;base64,iVBOR\nw0KGgo=" };
    expect(decoded("image2video", body)).toMatchObject({ image: "iVBORw0KGgo=" });
  });

  test("external ids and callbacks travel beside the request", () => {
    const body = {
      prompt: "a boat",
      external_task_id: 842130978230767622n,
      callback_url: "https://example.com/cb",
    };
    expect(decodeCreate("text2video", body)).toEqual({
      ok: true,
      request: TEXT,
      askedModel: undefined,
      extraFields: {},
      externalTaskId: "842130978230767622",
      callbackUrl: "https://example.com/cb",
      warnings: [],
    });
  });
});

describe("what is refused", () => {
  test.each([
    ["a list", []],
    ["a text", "{}"],
    ["nothing", null],
  ])("%s is no request: 1200", (_, body) => {
    expect(refused("text2video", body)[0]).toBe(1200);
  });

  test.each(["kling-v2-5", "kling-v3-0", "gpt"])("the model %s does not exist: 1203", (model_name) => {
    const result = decodeCreate("text2video", { model_name, prompt: "a boat" });
    expect(result).toMatchObject({ ok: false, code: 1203, field: "model_name" });
  });

  test.each([
    ["model_name", { model_name: 1 }],
    ["prompt", { prompt: "x".repeat(2501) }],
    ["prompt", { prompt: ["a boat"] }],
    ["mode", { mode: "ultra" }],
    ["duration", { duration: "16" }],
    ["duration", { duration: 5.5 }],
    ["duration", { duration: "5s" }],
    ["aspect_ratio", { aspect_ratio: "4:3" }],
    ["sound", { sound: true }],
    ["cfg_scale", { cfg_scale: 1.01 }],
    ["cfg_scale", { cfg_scale: "high" }],
    ["watermark_info", { watermark_info: true }],
    ["watermark_info.enabled", { watermark_info: { enabled: "yes" } }],
    ["external_task_id", { external_task_id: { id: 1 } }],
    ["external_task_id", { external_task_id: "x".repeat(257) }],
    ["callback_url", { callback_url: "ftp://example.com" }],
    ["callback_url", { callback_url: 5 }],
    ["multi_prompt[0].index", { multi_prompt: [{ index: 7, prompt: "a", duration: "5" }] }],
    ["camera_control.type", { camera_control: { type: "sideways" } }],
    ["camera_control.config.zoom", { camera_control: { type: "simple", config: { zoom: 11 } } }],
  ])("%s in %j: 1201 that names it", (field, fields) => {
    const [code, named, message] = refused("text2video", { prompt: "a boat", ...fields });
    expect([code, named]).toEqual([1201, field]);
    expect(message).toContain(field);
  });

  test.each([
    ["element_list", "element_list[0].element_id"],
    ["voice_list", "voice_list[0].voice_id"],
    ["dynamic_masks", "dynamic_masks[0].mask"],
  ])("a %s without what it is for: 1201", (field, place) => {
    expect(refused("image2video", { image: "AAAA", [field]: [{ other: "1" }] })[1]).toBe(place);
  });

  test("broken base64 gets the text of the real server", () => {
    expect(refused("image2video", { image: "!!!" })).toEqual([
      1201,
      "image",
      "File is not in a valid base64 format",
    ]);
    expect(refused("image2video", { image_tail: "http://" })[1]).toBe("image_tail");
  });

  test("a body nested a million deep is judged like any other", () => {
    const depth = 1_000_000;
    const camera: unknown = JSON.parse(`${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`);
    const answer = refused("text2video", { prompt: "a boat", camera_control: camera });
    expect(answer[1]).toBe("camera_control.a");
  });

  test("a thing where a word belongs is refused before anybody measures its length", () => {
    const immeasurable = { length: { toString: -1, valueOf: null } };
    for (const field of ["prompt", "image", "element_list", "voice_list"])
      expect(decodeCreate("image2video", { prompt: "x", [field]: immeasurable }), field).toMatchObject({
        ok: false,
        code: 1201,
        field,
      });
  });

  test("no body, however odd, makes it throw", () => {
    const names = [
      "model_name",
      "prompt",
      "mode",
      "duration",
      "image",
      "sound",
      "cfg_scale",
      "watermark_info",
      "callback_url",
    ];
    const body = fc.dictionary(fc.constantFrom(...names), fc.anything({ withBigInt: true, maxDepth: 3 }));
    fc.assert(
      fc.property(fc.constantFrom(...TASK_KINDS), fc.oneof(body, fc.anything()), (kind, value) => {
        const result = decodeCreate(kind, value);
        if (result.ok) expect(taskRequestSchema.safeParse(result.request).success).toBe(true);
        else expect([1200, 1201, 1203]).toContain(result.code);
      }),
      { numRuns: 2_000 },
    );
  });
});
