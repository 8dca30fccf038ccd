import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkTask } from "../kinds/check-task.ts";
import { NO_FACTS } from "../kinds/kind.ts";
import { anyRequestOf } from "../requests/arbitraries.fixture.ts";
import type { ClipRequest } from "../requests/clip.ts";
import type { TaskRequest } from "../requests/request.ts";
import { CLIP_KINDS, isClipKind, TASK_KINDS } from "../task-kinds.ts";
import { decodeGenerations } from "./generations.ts";
import { encodeGenerations } from "./generations-encode.ts";
import { decodeCreate } from "./native-create.ts";

function native(body: unknown) {
  const decoded = decodeGenerations(body);
  if (!decoded.ok) throw new Error(decoded.message);
  return decoded;
}

function request(body: unknown): TaskRequest {
  const { kind, nativeBody } = native(body);
  const decoded = decodeCreate(kind, nativeBody);
  if (!decoded.ok) throw new Error(decoded.message);
  return decoded.request;
}

const MODEL = "kling-v3-pro-silent";
const TEXT = { model: MODEL, prompt: "a boat" };
const PICTURE = "https://example.com/first-frame.png";
const SHOTS = [{ index: 1, prompt: "a boat", duration: "5" }];

describe("decodeGenerations", () => {
  test.each([
    ["kling-v3-std-silent", "std", "off"],
    ["kling-v3-std-audio", "std", "on"],
    ["kling-v3-pro-silent", "pro", "off"],
    ["Kling-V3-Pro-Audio", "pro", "on"],
  ])("the model %s is kling-v3 in %s with sound %s", (model, mode, sound) => {
    const { nativeBody, askedModel } = native({ ...TEXT, model });
    expect(nativeBody).toMatchObject({ model_name: "kling-v3", mode, sound });
    expect(askedModel).toBe(model);
  });

  test("a picture makes it image2video, and last_image is the end frame", () => {
    expect(native(TEXT).kind).toBe("text2video");
    const body = { ...TEXT, image: PICTURE, last_image: PICTURE, duration: 8 };
    expect(request(body)).toMatchObject({ kind: "image2video", image_tail: PICTURE, duration: "8" });
  });

  test("extra_body moves up, and what is at the top already stays", () => {
    const extra_body = { negative_prompt: "blur", cfg_scale: 0.6, element_list: [{ element_id: 7 }] };
    expect(request({ ...TEXT, image: PICTURE, extra_body })).toMatchObject({
      negative_prompt: "blur",
      cfg_scale: 0.6,
      element_list: [{ element_id: "7" }],
    });
    expect(request({ ...TEXT, negative_prompt: "blur" })).toMatchObject({ negative_prompt: "blur" });
  });

  test("intelligent is native intelligence (§10.5 #8)", () => {
    const shots = { multi_shot: true, shot_type: "intelligence" };
    expect(request({ ...TEXT, extra_body: { shot_type: "intelligent" } })).toMatchObject(shots);
  });

  test("customize without a list is a single shot, with one it is several (§10.5 #9)", () => {
    const single = request({ ...TEXT, extra_body: { shot_type: "customize", multi_prompt: [] } });
    expect(single).not.toHaveProperty("multi_shot");
    expect(single).not.toHaveProperty("shot_type");
    for (const shot_type of ["customize", undefined]) {
      const several = request({ ...TEXT, extra_body: { shot_type, multi_prompt: SHOTS } });
      expect(several).toMatchObject({ multi_shot: true, shot_type: "customize", multi_prompt: SHOTS });
    }
  });

  test("prompt and shots exclude each other beside a picture, and only there (§10.5 #10)", () => {
    const body = { ...TEXT, extra_body: { multi_prompt: SHOTS } };
    expect(decodeGenerations(body)).toMatchObject({ ok: true });
    expect(decodeGenerations({ ...body, image: PICTURE })).toMatchObject({ ok: false, code: 1201 });
    expect(decodeGenerations({ ...body, image: PICTURE, prompt: "" })).toMatchObject({ ok: true });
  });

  test("cfg_scale is taken, although the model is none of the first generation (§10.5 #13)", () => {
    const given = request({ ...TEXT, extra_body: { cfg_scale: 0.5 } });
    const errors = checkTask(given, { policy: "strict", facts: NO_FACTS });
    expect(errors.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(given).toMatchObject({ cfg_scale: 0.5 });
  });

  test("the ratio beside a picture is kept, for it to be told that it has no effect", () => {
    expect(request({ ...TEXT, image: PICTURE, aspect_ratio: "16:9" })).toMatchObject({
      aspect_ratio: "16:9",
    });
  });

  test("an unknown parameter is kept, wherever it stands", () => {
    const { kind, nativeBody } = native({ ...TEXT, seed: 7, extra_body: { style: "noir" } });
    expect(decodeCreate(kind, nativeBody)).toMatchObject({ extraFields: { seed: 7, style: "noir" } });
  });

  test.each([
    [1203, "model", { ...TEXT, model: "kling-v3" }],
    [1203, "model", { ...TEXT, model: "__proto__" }],
    [1201, "model", { ...TEXT, model: ["kling-v3-std-silent"] }],
    [1201, "model", { prompt: "a boat" }],
    [1201, "last_image", { ...TEXT, last_image: PICTURE }],
    [1201, "extra_body", { ...TEXT, extra_body: "cfg_scale=1" }],
    [1200, undefined, []],
  ])("%i about %s: %j (§10.5 #12)", (code, field, body) => {
    const refusal = decodeGenerations(body);
    expect(refusal).toMatchObject({ ok: false, code });
    expect("field" in refusal ? refusal.field : undefined).toBe(field);
  });

  test.each([2, 16, 5.5])("a length of %d s is refused (§10.5 #7)", (duration) => {
    const { kind, nativeBody } = native({ ...TEXT, duration });
    expect(decodeCreate(kind, nativeBody)).toMatchObject({ ok: false, code: 1201, field: "duration" });
  });
});

describe("encodeGenerations", () => {
  /** Nearly every random request uses something that this dialect has no word for: most of these do not. */
  const sayable = (given: ClipRequest): ClipRequest => {
    const { camera_control: _, watermark_info: __, voice_list: ___, ...rest } = given;
    return { ...rest, model_name: "kling-v3" };
  };
  const anyClip = fc
    .constantFrom(...CLIP_KINDS)
    .chain((kind): fc.Arbitrary<ClipRequest> => anyRequestOf(kind));

  test("decode(encode(x)) is x with its defaults said aloud, or every field without a word is named", () => {
    let carried = 0;
    fc.assert(
      fc.property(fc.oneof(anyClip, anyClip.map(sayable)), (given) => {
        const encoded = encodeGenerations(given);
        if (encoded.ok) {
          carried += 1;
          expect(aloud(request(encoded.body))).toEqual(aloud(given));
          return;
        }
        expect(encoded.fields.length).toBeGreaterThan(0);
        for (const field of encoded.fields) expect(saysSomethingOf(field, given)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
    expect(carried).toBeGreaterThan(10);
  });

  test("without the fields that it names, a request can be carried", () => {
    fc.assert(
      fc.property(anyClip, (given) => {
        const encoded = encodeGenerations(given);
        if (encoded.ok) return;
        const { model_name, ...rest } = given;
        const kept = Object.entries(rest).filter(([name]) => !encoded.fields.includes(name));
        // A missing first frame can only be added, and the model only exchanged.
        const image = given.kind === "image2video" ? { image: given.image ?? PICTURE } : {};
        const repaired = { ...Object.fromEntries(kept), ...image, model_name: "kling-v3" } as TaskRequest;
        const again = encodeGenerations(repaired);
        if (!again.ok) expect(again.fields).toEqual(["prompt"]);
      }),
      { numRuns: 500 },
    );
  });

  test("no other kind has a place in this dialect", () => {
    for (const kind of TASK_KINDS.filter((it) => !isClipKind(it))) {
      const [given] = fc.sample(anyRequestOf(kind), 1);
      expect(given && encodeGenerations(given)).toEqual({ ok: false, fields: ["kind"] });
    }
  });

  test("an external id and a callback cannot be said", () => {
    const given = { kind: "text2video", model_name: "kling-v3", duration: "5" } as const;
    const door = { externalTaskId: "order-7", callbackUrl: "https://example.com/done" };
    expect(encodeGenerations(given, door)).toEqual({
      ok: false,
      fields: ["external_task_id", "callback_url"],
    });
  });
});

/** What is left out means this upstream (off-26 §3.1). */
function aloud(request: TaskRequest) {
  return { mode: "std", sound: "off", multi_shot: false, ...request };
}

function saysSomethingOf(field: string, given: ClipRequest): boolean {
  return field === "image" ? !("image" in given) : field in given;
}
