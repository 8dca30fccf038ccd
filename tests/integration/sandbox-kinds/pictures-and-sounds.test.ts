import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OutputLabel } from "#lib/kling/output-labels.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { probeAudio } from "#lib/media/probe-audio.ts";
import {
  BLUE,
  colorAt,
  expectColor,
  type Files,
  filesOf,
  make,
  RED,
  sizeOf,
  startBench,
  stopBench,
} from "./bench.ts";

beforeAll(startBench);
afterAll(stopBench);

describe("pictures", () => {
  const cases: readonly [TaskRequest, Files, readonly OutputLabel[], readonly unknown[]][] = [
    [
      {
        kind: "image-generation",
        model_name: "kling-v2-1",
        prompt: "a fox",
        n: 2,
        aspect_ratio: "16:9",
        resolution: "1k",
      },
      {},
      ["image", "image"],
      ["image/jpeg", 1024, 576],
    ],
    [
      {
        kind: "omni-image",
        model_name: "kling-v3-omni",
        prompt: "a fox",
        result_type: "series",
        series_amount: 3,
        image_list: [{ image: "a" }],
        aspect_ratio: "1:1",
      },
      { "image_list[0].image": "red" },
      ["series_image", "series_image", "series_image"],
      ["image/jpeg", 1024, 1024],
    ],
    [
      {
        kind: "multi-image2image",
        model_name: "kling-v2",
        subject_image_list: [{ subject_image: "a" }, { subject_image: "b" }],
        aspect_ratio: "1:1",
      },
      { "subject_image_list[0].subject_image": "red", "subject_image_list[1].subject_image": "blue" },
      ["image"],
      ["image/jpeg", 1024, 1024],
    ],
    [
      {
        kind: "expand",
        image: "a",
        up_expansion_ratio: 0,
        down_expansion_ratio: 0.5,
        left_expansion_ratio: 1,
        right_expansion_ratio: 1,
      },
      { image: "red" },
      ["image"],
      ["image/jpeg", 1200, 900],
    ],
    [
      { kind: "image-recognize", image: "a" },
      { image: "red" },
      ["object_seg", "head_seg", "face_seg", "cloth_seg"],
      ["image/png", 400, 600],
    ],
  ];
  test.each(cases)("$kind", async (request, files, labels, size) => {
    const task = await make(request, files);
    expect(task.outputs.map(({ label }) => label)).toEqual(labels);
    for (const { path } of await filesOf(task)) expect(await sizeOf(path)).toEqual(size);
  });

  test("three triples of views", async () => {
    const task = await make(
      { kind: "ai-multi-shot", element_frontal_image: "a" },
      { element_frontal_image: "red" },
    );
    const triple = ["view_1", "view_2", "view_3"];
    expect(task.outputs.map(({ label }) => label)).toEqual([...triple, ...triple, ...triple]);
  });

  test("a try-on shows the person and the clothes", async () => {
    const request = {
      kind: "virtual-try-on",
      model_name: "kolors-virtual-try-on-v1-5",
      human_image: "a",
      cloth_image: "b",
    } as const;
    const [image] = await filesOf(await make(request, { human_image: "red", cloth_image: "blue" }));
    const path = image?.path ?? "";
    expect(await sizeOf(path)).toEqual(["image/jpeg", 400, 600]);
    expectColor(await colorAt(path, [0.1, 0.5]), RED);
    expectColor(await colorAt(path, [0.5, 0.5]), BLUE);
  });
});

describe("sounds, voices and elements", () => {
  test("a longer text takes longer to say", async () => {
    const say = async (text: string) => {
      const task = await make({ kind: "tts", text, voice_id: "genshin_vindi2", voice_language: "en" });
      expect(task.outputs.map(({ label }) => label)).toEqual(["audio_mp3"]);
      const [file] = await filesOf(task);
      return probeAudio(file?.path ?? "");
    };
    const [short, long] = [
      await say("Good morning to everybody."),
      await say("Good morning to everybody. ".repeat(4)),
    ];
    expect(long.mime).toBe("audio/mpeg");
    expect(long.durationSeconds).toBeGreaterThan(short.durationSeconds * 3);
  });

  test("a sound has exactly the seconds that were asked for", async () => {
    const task = await make({ kind: "text-to-audio", prompt: "rain in a forest", duration: 3.5 });
    const [mp3, wav] = await filesOf(task);
    expect((await probeAudio(wav?.path ?? "")).durationSeconds).toBe(3.5);
    expect((await probeAudio(mp3?.path ?? "")).durationSeconds).toBeCloseTo(3.5, 0);
  });

  test("a voice has a trial of its sample", async () => {
    const task = await make(
      { kind: "custom-voices", voice_name: "mine", voice_url: "s" },
      { voice_url: "tone" },
    );
    expect(task.result).toMatchObject({ type: "voice", voice_id: expect.stringMatching(/^\d{18}$/) });
    expect(task.outputs.map(({ label }) => label)).toEqual(["voice_trial"]);
  });

  test("an element is a number of 18 digits", async () => {
    const element = { element_name: "cat", element_description: "a cat" };
    const older: TaskRequest = {
      kind: "custom-elements",
      ...element,
      element_frontal_image: "a",
      element_refer_list: [{ image_url: "b" }],
    };
    const made = await make(older, {
      element_frontal_image: "red",
      "element_refer_list[0].image_url": "blue",
    });
    expect(made.result).toMatchObject({ type: "element", element_id: expect.stringMatching(/^\d{18}$/) });
    const list = { frontal_image: "a", refer_images: [{ image_url: "b" }] };
    const newer: TaskRequest = {
      kind: "advanced-custom-elements",
      ...element,
      reference_type: "image_refer",
      element_image_list: list,
    };
    const files = {
      "element_image_list.frontal_image": "red",
      "element_image_list.refer_images[0].image_url": "blue",
    } as const;
    expect((await make(newer, files)).outputs).toEqual([]);
  });
});

test("what was charged is gone from the account", async () => {
  const { resourcePacks } = await import("#lib/providers/sandbox/resource-packs.ts");
  const [pack] = await resourcePacks();
  expect(pack?.total_quantity).toBe(1000);
  expect(pack?.remaining_quantity).toBeLessThan(1000);
});
