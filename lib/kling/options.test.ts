import { describe, expect, test } from "vitest";
import { END_PICTURE, everyCombination, MASKS, PICTURE } from "./combinations.fixture.ts";
import { type Draft, defaultDraft, toRequest } from "./draft.ts";
import { MODELS } from "./models.ts";
import { availableOptions, type Choice, type Control, type Options } from "./options.ts";
import { clipRequestSchema } from "./requests/clip.ts";
import { checkRequest } from "./rules.ts";
import type { Combination } from "./verdict.ts";

/** Everything a person can change among the finite fields, with how a change of it looks in the draft. */
const SETTERS = {
  model: (value: Draft["model_name"]) => ({ model_name: value }),
  mode: (value: Draft["mode"]) => ({ mode: value }),
  duration: (value: Draft["duration"]) => ({ duration: value }),
  aspect_ratio: (value: Draft["aspect_ratio"]) => ({ aspect_ratio: value }),
  sound: (value: Draft["sound"]) => ({ sound: value }),
  image: (value: boolean) => ({ image: value ? PICTURE : null }),
  image_tail: (value: boolean) => ({ image_tail: value ? END_PICTURE : null }),
  guide: (value: Draft["guide"]) => ({ guide: value }),
  camera_type: (value: Draft["camera_type"]) => ({ camera_type: value }),
} as const;

type Move = { name: string; choice: Choice<unknown>; set: Partial<Draft> };

function movesOf<Value>(
  name: string,
  control: Control<Value>,
  set: (value: Value) => Partial<Draft>,
): Move[] {
  return control.choices.map((choice) => ({
    name: `${name}=${choice.value}`,
    choice,
    set: set(choice.value),
  }));
}

function moves(options: Options): Move[] {
  return [
    ...movesOf("model", options.model, SETTERS.model),
    ...movesOf("mode", options.mode, SETTERS.mode),
    ...movesOf("duration", options.duration, SETTERS.duration),
    ...movesOf("aspect_ratio", options.aspect_ratio, SETTERS.aspect_ratio),
    ...movesOf("sound", options.sound, SETTERS.sound),
    ...movesOf("image", options.image, SETTERS.image),
    ...movesOf("image_tail", options.image_tail, SETTERS.image_tail),
    ...movesOf("guide", options.guide, SETTERS.guide),
    ...movesOf("camera_type", options.camera_type, SETTERS.camera_type),
  ];
}

function draftOf(combination: Combination): Draft {
  const { kind, model, mode, duration, sound, hasImage, hasEndFrame, guide, camera } = combination;
  return {
    ...defaultDraft(kind),
    model_name: model,
    prompt: "a paper boat",
    mode,
    duration,
    sound,
    image: hasImage ? PICTURE : null,
    image_tail: hasEndFrame ? END_PICTURE : null,
    guide,
    camera_type: camera,
    camera_value: 5,
  };
}

/** What the strict policy refuses, apart from what merely has not been given yet. */
function problems(draft: Draft): string[] {
  const request = toRequest(draft, MASKS);
  expect(clipRequestSchema.safeParse(request).success, JSON.stringify(request)).toBe(true);
  return checkRequest(request)
    .filter((violation) => violation.class !== "missing")
    .map((violation) => violation.code);
}

const drafts = [...everyCombination()].map(draftOf);
const legalDrafts = drafts.filter((draft) => problems(draft).length === 0);

describe("availableOptions", () => {
  test("from every legal draft, every allowed value leads to a legal draft", () => {
    let steps = 0;
    for (const draft of legalDrafts) {
      for (const { name, choice, set } of moves(availableOptions(draft))) {
        if (!choice.allowed) continue;
        expect(problems({ ...draft, ...set }), `${name} on ${JSON.stringify(draft)}`).toEqual([]);
        steps += 1;
      }
    }
    expect(steps).toBeGreaterThan(5_000);
  });

  test("from every legal draft, every refused value would be refused, says why, and its fix makes it legal", () => {
    let fixes = 0;
    for (const draft of legalDrafts) {
      for (const { name, choice, set } of moves(availableOptions(draft))) {
        if (choice.allowed) continue;
        const where = `${name} on ${JSON.stringify(draft)}`;
        const isModeless = name.startsWith("mode=") && !MODELS[draft.model_name].hasMode;
        if (!isModeless) expect(problems({ ...draft, ...set }), where).not.toEqual([]);
        expect(`${choice.reason.zh} ${choice.reason.en}`, where).not.toMatch(/undefined|only$/);
        const fixed = { ...draft, ...choice.fix?.patch, ...set };
        expect(choice.fix, where).toBeDefined();
        expect(problems(fixed), where).toEqual([]);
        if (name.startsWith("mode=")) expect(MODELS[fixed.model_name].hasMode, where).toBe(true);
        fixes += 1;
      }
    }
    expect(fixes).toBeGreaterThan(4_000);
  });

  test("a fix contains the wanted value itself, unless that is a picture to be added", () => {
    for (const draft of legalDrafts) {
      for (const { name, choice, set } of moves(availableOptions(draft))) {
        if (choice.allowed || name.endsWith("=true")) continue;
        const patched = { ...draft, ...choice.fix?.patch };
        expect({ ...patched, ...set }, `${name} on ${JSON.stringify(draft)}`).toEqual(patched);
      }
    }
  });

  test("the one-click fix of a violation makes any draft legal", () => {
    for (const draft of drafts) {
      for (const { class: kind, fix } of checkRequest(toRequest(draft, MASKS))) {
        if (kind !== "capability") continue;
        expect(fix, JSON.stringify(draft)).toBeDefined();
        expect(problems({ ...draft, ...fix?.patch }), JSON.stringify(draft)).toEqual([]);
      }
    }
  });

  test("fix labels are sentences in both languages", () => {
    const draft = draftOf({ ...V1_STD_10, duration: "10" });
    expect(fixOf(availableOptions(draft).image_tail, true)?.label).toEqual({
      zh: "改为 5 秒",
      en: "Make it 5 s",
    });
  });
});

const V1_STD_10: Combination = {
  kind: "image2video",
  model: "kling-v1",
  mode: "std",
  duration: "10",
  sound: "off",
  hasImage: true,
  hasEndFrame: false,
  guide: "frames",
  camera: "simple",
};

function fixOf<Value>(control: Control<Value>, value: Value) {
  const choice = control.choices.find((it) => it.value === value);
  return choice && !choice.allowed ? choice.fix : undefined;
}

describe("the mildest fix", () => {
  test("an end frame on kling-v1 at 10 s shortens the clip and keeps the model", () => {
    expect(fixOf(availableOptions(draftOf(V1_STD_10)).image_tail, true)?.patch).toEqual({ duration: "5" });
  });

  test("an end frame on kling-v1-6 in Standard goes to Professional", () => {
    const draft = draftOf({ ...V1_STD_10, model: "kling-v1-6" });
    expect(fixOf(availableOptions(draft).image_tail, true)?.patch).toEqual({ mode: "pro" });
  });

  test("sound on kling-v2-6 in Standard goes to Professional", () => {
    const draft = draftOf({ ...V1_STD_10, model: "kling-v2-6" });
    expect(fixOf(availableOptions(draft).sound, "on")?.patch).toEqual({ sound: "on", mode: "pro" });
  });

  test("an end frame on a kling-v2-6 clip with sound turns the sound off", () => {
    const draft = draftOf({ ...V1_STD_10, model: "kling-v2-6", mode: "pro", sound: "on" });
    expect(fixOf(availableOptions(draft).image_tail, true)?.patch).toEqual({ sound: "off" });
  });

  test("a 7 s clip needs kling-v3 and changes nothing else", () => {
    expect(fixOf(availableOptions(draftOf(V1_STD_10)).duration, "7")?.patch).toEqual({
      model_name: "kling-v3",
      duration: "7",
    });
  });

  test("a picture is taken away only when the wanted value leaves no other way", () => {
    const draft = draftOf({ ...V1_STD_10, duration: "5", hasEndFrame: true });
    expect(fixOf(availableOptions(draft).model, "kling-v2-master")?.patch).toEqual({
      model_name: "kling-v2-master",
      image_tail: null,
    });
  });

  test("4K on an older model means kling-v3", () => {
    expect(fixOf(availableOptions(draftOf(V1_STD_10)).mode, "4k")?.patch).toEqual({
      model_name: "kling-v3",
      mode: "4k",
    });
  });
});

describe("the way to the motion brush and to the camera", () => {
  const V3: Combination = { ...V1_STD_10, model: "kling-v3", duration: "5", sound: "on" };

  test("is one change from the newest model, and says what it changes", () => {
    const { guide } = availableOptions(draftOf(V3));
    expect(fixOf(guide, "brush")?.patch).toEqual({ guide: "brush", model_name: "kling-v1", sound: "off" });
    expect(fixOf(guide, "camera")).toEqual({
      label: {
        zh: "改用可灵 1.5，改为高品质模式，关闭声音",
        en: "Switch to Kling 1.5, use Professional mode, turn the sound off",
      },
      patch: { guide: "camera", model_name: "kling-v1-5", mode: "pro", sound: "off" },
    });
  });

  test("keeps what was painted when the settings leave it, and keeps it in use where a sibling can", () => {
    const painted = draftOf({ ...V1_STD_10, duration: "5", guide: "brush" });
    expect(fixOf(availableOptions(painted).model, "kling-v3")).toEqual({
      label: { zh: "暂停使用运动笔刷", en: "Put the motion brush aside" },
      patch: { model_name: "kling-v3", guide: "frames" },
    });
    const onV15 = { ...painted, model_name: "kling-v1-5", mode: "pro" } as const;
    expect(fixOf(availableOptions(onV15).mode, "std")?.patch).toEqual({
      model_name: "kling-v1",
      mode: "std",
    });
  });

  test("from text is another model than from a picture, and a picture moves one way only", () => {
    const { guide, camera_type } = availableOptions(defaultDraft("text2video"));
    expect(guide.choices.map(({ value }) => value)).toEqual(["frames", "camera"]);
    expect(fixOf(guide, "camera")?.patch).toEqual({ guide: "camera", model_name: "kling-v1" });
    expect(camera_type.choices).toHaveLength(5);
    const preset = { ...draftOf(V3), camera_type: "down_back" } as const;
    expect(fixOf(availableOptions(preset).guide, "camera")?.patch).toMatchObject({ camera_type: "simple" });
  });
});

describe("controls that a model does not have", () => {
  test("the master models have no mode, and say so", () => {
    const { mode } = availableOptions(draftOf({ ...V1_STD_10, model: "kling-v2-master" }));
    expect(mode.exists).toBe(false);
    expect(mode.absence?.en).toBe("Kling 2.0 Master has a single quality");
  });

  test("only V1 shows the cfg slider", () => {
    const shows = (model: Combination["model"]) =>
      availableOptions(draftOf({ ...V1_STD_10, model })).cfg_scale.exists;
    expect([shows("kling-v1"), shows("kling-v1-6"), shows("kling-v2-1"), shows("kling-v3")]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test("a picture decides the ratio, so image2video has no such control", () => {
    expect(availableOptions(draftOf(V1_STD_10)).aspect_ratio.exists).toBe(false);
    expect(availableOptions(defaultDraft("text2video")).aspect_ratio.choices).toHaveLength(3);
  });

  test("text2video has no pictures", () => {
    const { image, image_tail } = availableOptions({ ...defaultDraft("text2video"), image: PICTURE });
    expect([image.exists, image_tail.exists, image.choices, image_tail.choices]).toEqual([
      false,
      false,
      [],
      [],
    ]);
  });

  test("a model's own durations are marked, so that a form may hide the others", () => {
    const { duration } = availableOptions(draftOf(V1_STD_10));
    expect(duration.choices.filter((choice) => choice.ofModel).map((choice) => choice.value)).toEqual([
      "5",
      "10",
    ]);
    expect(duration.choices).toHaveLength(13);
  });

  test("a prompt is optional beside a picture, except on kling-v3", () => {
    const required = (model: Combination["model"]) =>
      availableOptions(draftOf({ ...V1_STD_10, model })).prompt.required;
    expect([required("kling-v2-6"), required("kling-v3")]).toEqual([false, true]);
    expect(availableOptions(defaultDraft("text2video")).prompt.required).toBe(true);
  });
});
