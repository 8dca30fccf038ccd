import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OutputLabel } from "#lib/kling/output-labels.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { readImageHeader } from "#lib/media/image-header.ts";
import { probeAudio } from "#lib/media/probe-audio.ts";
import { probeVideo } from "#lib/media/probe-video.ts";
import type { ProviderTask } from "#lib/providers/provider.ts";

let directory = "";
let inputs: Readonly<Record<"red" | "blue" | "film" | "tone", Buffer>>;
const stopping = new AbortController();
let service: Promise<void>;

beforeAll(async () => {
  process.env.SANDBOX_QUEUE_SECONDS = "0"; // read when the provider is first imported
  directory = await mkdtemp(join(tmpdir(), "sandbox-kinds-"));
  const { runRenderService } = await import("#lib/providers/sandbox/render-service.ts");
  service = runRenderService(stopping.signal);
  inputs = {
    red: await plainPicture("#c83232"),
    blue: await plainPicture("#3232c8"),
    film: await shortFilm(),
    tone: toneOf(440, 3),
  };
});
afterAll(async () => {
  stopping.abort();
  await service;
  await rm(directory, { recursive: true });
});

function plainPicture(background: string): Promise<Buffer> {
  return sharp({ create: { width: 400, height: 600, channels: 3, background } })
    .png()
    .toBuffer();
}

async function shortFilm(): Promise<Buffer> {
  const { renderPieces } = await import("#lib/engine/render-pieces.ts");
  const size = { widthPx: 720, heightPx: 720, fps: 24, durationSeconds: 2 };
  const part = { draw: "scene", prompt: "a boat on a lake", seed: "" } as const;
  const piece = { make: "clip", file: "film.mp4", parts: [part], ...size, sounds: [] } as const;
  await renderPieces({ outDir: directory, pieces: [piece] });
  return readFile(join(directory, "film.mp4"));
}

/** A WAV, mono, 16 bits, 8 kHz. */
function toneOf(hertz: number, seconds: number): Buffer {
  const rate = 8000;
  const file = Buffer.alloc(44 + seconds * rate * 2);
  file.write("RIFF", 0, "latin1");
  file.writeUInt32LE(file.length - 8, 4);
  file.write("WAVEfmt ", 8, "latin1");
  for (const [at, value] of [
    [16, 16],
    [24, rate],
    [28, rate * 2],
    [40, file.length - 44],
  ] as const) {
    file.writeUInt32LE(value, at);
  }
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 2],
    [34, 16],
  ] as const)
    file.writeUInt16LE(value, at);
  file.write("data", 36, "latin1");
  for (let index = 0; index < seconds * rate; index += 1) {
    file.writeInt16LE(Math.round(12_000 * Math.sin((2 * Math.PI * hertz * index) / rate)), 44 + index * 2);
  }
  return file;
}

type Files = Readonly<Record<string, keyof typeof inputs | Buffer>>;

let orders = 0;

async function make(request: TaskRequest, files: Files = {}): Promise<ProviderTask> {
  const { sandboxProvider } = await import("#lib/providers/sandbox/provider.ts");
  const { signal } = new AbortController();
  orders += 1;
  const readInput = async (role: string) => {
    const file = files[role];
    if (file === undefined) throw new Error(`nothing was given for ${role}`);
    return typeof file === "string" ? inputs[file] : file;
  };
  const externalId = `kinds-${orders}`;
  const door = { readInput, inputUrl: () => null, upstreamIdOf: () => null, callbackUrl: null };
  const outcome = await sandboxProvider.submit({ request, externalId, extraFields: {}, ...door, signal });
  if (outcome.kind !== "accepted") throw new Error(`${request.kind}: ${outcome.message}`);
  for (;;) {
    const task = await sandboxProvider.query(outcome.task.upstreamTaskId, request, signal);
    if (task?.state === "failed") throw new Error(`${request.kind}: ${task.failure?.message}`);
    if (task?.state === "succeeded") return task;
    await sleep(100);
  }
}

/** The task's files on disk, with their labels. */
async function filesOf(task: ProviderTask): Promise<readonly { label: OutputLabel; path: string }[]> {
  const { sandboxProvider } = await import("#lib/providers/sandbox/provider.ts");
  const files = [];
  for (const output of task.outputs) {
    const { body, bytes } = await sandboxProvider.openOutput(output, {
      fromByte: 0,
      signal: new AbortController().signal,
    });
    const content = Buffer.from(await new Response(body).arrayBuffer());
    expect(content.byteLength).toBe(bytes);
    const path = join(directory, output.id);
    await writeFile(path, content);
    files.push({ label: output.label, path });
  }
  return files;
}

async function theVideo(task: ProviderTask): Promise<string> {
  const video = (await filesOf(task)).find(({ label }) => label === "video");
  if (video === undefined) throw new Error("the task has no video");
  return video.path;
}

async function sizeOf(path: string) {
  const header = readImageHeader(await readFile(path));
  if (!header.ok) throw new Error(header.message);
  return [header.mime, header.widthPx, header.heightPx];
}

/** The mean colour of a piece of a picture, in shares of its sides. */
async function colorAt(path: string, [x, y]: readonly [number, number]): Promise<readonly number[]> {
  const { width = 0, height = 0 } = await sharp(path).metadata();
  const piece = sharp(path).extract({
    left: Math.round(x * width) - 4,
    top: Math.round(y * height) - 4,
    width: 8,
    height: 8,
  });
  const { channels } = await sharp(await piece.png().toBuffer()).stats();
  return channels.slice(0, 3).map(({ mean }) => mean);
}

const RED = [200, 50, 50];
const BLUE = [50, 50, 200];

function expectColor(color: readonly number[], expected: readonly number[]): void {
  const distance = Math.max(...color.map((value, index) => Math.abs(value - (expected[index] ?? 0))));
  expect(distance, `${color} is like ${expected}`).toBeLessThan(25);
}

/** One picture of a video, drawn small by the engine itself. */
async function stillOf(video: string, at: number | "last", name: string): Promise<Buffer> {
  const { renderPieces } = await import("#lib/engine/render-pieces.ts");
  const part = { draw: "video still", video, at, comesCloser: false } as const;
  const size = { widthPx: 96, heightPx: 96, moment: 0, isMarked: false };
  await renderPieces({ outDir: directory, pieces: [{ make: "still", file: name, parts: [part], ...size }] });
  return sharp(join(directory, name)).removeAlpha().raw().toBuffer();
}

describe("videos", () => {
  const cases: readonly [TaskRequest, Files, object][] = [
    [
      {
        kind: "text2video",
        model_name: "kling-v3",
        prompt: "a hill",
        duration: "3",
        aspect_ratio: "1:1",
        sound: "on",
        mode: "std",
      },
      {},
      { widthPx: 720, heightPx: 720, frameCount: 72, hasSound: true },
    ],
    [
      { kind: "image2video", model_name: "kling-v3", image: "a", duration: "3", mode: "std" },
      { image: "red" },
      { widthPx: 720, heightPx: 1080, frameCount: 72, hasSound: false },
    ],
    [
      {
        kind: "multi-image2video",
        model_name: "kling-v1-6",
        prompt: "friends",
        duration: "5",
        mode: "std",
        aspect_ratio: "1:1",
        image_list: [{ image: "a" }, { image: "b" }],
      },
      { "image_list[0].image": "red", "image_list[1].image": "blue" },
      { widthPx: 720, heightPx: 720, durationSeconds: 5 },
    ],
    [
      {
        kind: "omni-video",
        model_name: "kling-video-o1",
        prompt: "at night",
        duration: "3",
        mode: "std",
        image_list: [{ image_url: "a" }],
        video_list: [{ video_url: "v", refer_type: "feature" }],
        aspect_ratio: "1:1",
      },
      { "image_list[0].image_url": "red", "video_list[0].video_url": "film" },
      { widthPx: 720, heightPx: 720, frameCount: 72 },
    ],
    [
      {
        kind: "motion-control",
        model_name: "kling-v2-6",
        mode: "std",
        image_url: "a",
        video_url: "v",
        character_orientation: "image",
      },
      { image_url: "red", video_url: "film" },
      { widthPx: 720, heightPx: 1080, durationSeconds: 2 },
    ],
    [
      { kind: "effects", effect_scene: "hug", input: { images: ["a", "b"], duration: "5", mode: "std" } },
      { "input.images[0]": "red", "input.images[1]": "blue" },
      { durationSeconds: 5, hasSound: false },
    ],
    [
      { kind: "avatar", image: "a", sound_file: "s", mode: "std" },
      { image: "red", sound_file: "tone" },
      { widthPx: 720, heightPx: 1080, durationSeconds: 3, hasSound: true },
    ],
  ];
  test.each(cases)("$kind", async (request, files, expected) => {
    const task = await make(request, files);
    expect(task.outputs.map(({ label }) => label)).toEqual(["video"]);
    expect(await probeVideo(await theVideo(task))).toMatchObject({ codec: "avc", ...expected });
  });

  test("an extension begins with the last picture of its parent", async () => {
    const task = await make({ kind: "video-extend", video_id: "earlier" }, { video_id: "film" });
    expect(task.result).toEqual({ type: "parent_video", video_id: "earlier", duration: "2" });
    const video = await theVideo(task);
    expect((await probeVideo(video)).durationSeconds).toBe(5);
    const last = await stillOf(join(directory, "film.mp4"), "last", "last.png");
    const first = await stillOf(video, 0, "first.png");
    const difference = last.reduce((sum, value, index) => sum + Math.abs(value - (first[index] ?? 0)), 0);
    expect(difference / last.length).toBeLessThan(5);
  });

  test("lips follow the given tone, which is what the video sounds like", async () => {
    const input = { mode: "audio2video", video_url: "v", audio_type: "file", audio_file: "s" } as const;
    const task = await make(
      { kind: "lip-sync", input },
      { "input.video_url": "film", "input.audio_file": "tone" },
    );
    const video = await theVideo(task);
    expect(await probeVideo(video)).toMatchObject({ widthPx: 720, durationSeconds: 2, hasSound: true });
    const { readSound } = await import("#lib/engine/read/read-sound.ts");
    const { left, sampleRate } = await readSound(video);
    const [from, to] = [Math.round(0.5 * sampleRate), Math.round(1.5 * sampleRate)];
    let crossings = 0;
    for (let index = from; index < to; index += 1) {
      if ((left[index] ?? 0) <= 0 && (left[index + 1] ?? 0) > 0) crossings += 1;
    }
    expect(Math.abs(crossings - 440)).toBeLessThanOrEqual(3);
  });

  test("a silent video comes back with a sound, and the sound by itself", async () => {
    const request = { kind: "video-to-audio", video_url: "v", sound_effect_prompt: "rain" } as const;
    const task = await make(request, { video_url: "film" });
    expect(task.outputs.map(({ label }) => label)).toEqual(["video", "audio_mp3", "audio_wav"]);
    const [video, mp3, wav] = await filesOf(task);
    expect(await probeVideo(video?.path ?? "")).toMatchObject({ hasSound: true, frameCount: 48 });
    expect(await probeAudio(mp3?.path ?? "")).toMatchObject({ mime: "audio/mpeg" });
    expect(await probeAudio(wav?.path ?? "")).toMatchObject({ mime: "audio/wav", durationSeconds: 2 });
  });
});

describe("sessions", () => {
  test("faces are found, and one of them speaks", async () => {
    const found = await make({ kind: "identify-face", video_url: "v" }, { video_url: "film" });
    if (found.result?.type !== "faces") throw new Error("no faces");
    const { session_id, faces } = found.result;
    expect(faces.length).toBe(found.outputs.length);
    for (const { label, path } of await filesOf(found)) {
      expect([label, ...(await sizeOf(path))]).toEqual(["face", "image/png", 256, 256]);
    }
    const choice = {
      face_id: "0",
      sound_file: "s",
      sound_start_time: 0,
      sound_end_time: 2000,
      sound_insert_time: 0,
    };
    const spoken = await make(
      { kind: "advanced-lip-sync", session_id, face_choose: [choice] },
      { "face_choose[0].sound_file": "tone" },
    );
    expect(await probeVideo(await theVideo(spoken))).toMatchObject({
      widthPx: 720,
      durationSeconds: 2,
      hasSound: true,
    });
  });

  test("a selection is marked, unmarked and edited", async () => {
    const { changeSelection } = await import("#lib/providers/sandbox/selections.ts");
    const opened = await make({ kind: "init-selection", video_url: "v" }, { video_url: "film" });
    if (opened.result?.type !== "selection") throw new Error("no selection");
    expect(opened.result).toMatchObject({ fps: 24, width: 720, height: 720, total_frame: 48 });
    expect(opened.outputs.map(({ label }) => label)).toEqual(["normalized_video"]);
    const sessionId = opened.result.session_id;
    const points = [{ x: 0.5, y: 0.5 }];
    const { mask } = await changeSelection({ operation: "add", sessionId, frameIndex: 3, points });
    const [object] = mask?.rle_mask_list ?? [];
    expect(object?.rle_mask.size).toEqual([720, 720]);
    const png = sharp(Buffer.from(object?.png_mask.base64 ?? "", "base64"));
    expect(await png.metadata()).toMatchObject({ format: "png", width: 720, height: 720 });
    const many = Array.from({ length: 10 }, (_, index) => ({ x: index / 10, y: 0 }));
    await expect(
      changeSelection({ operation: "add", sessionId, frameIndex: 3, points: many }),
    ).rejects.toThrow("10 marks");
    const request: TaskRequest = {
      kind: "multi-elements",
      model_name: "kling-v1-6",
      session_id: sessionId,
      edit_mode: "swap",
      prompt: "swap",
      duration: "5",
      mode: "std",
      image_list: [{ image: "a" }],
    };
    const edited = await theVideo(await make(request, { "image_list[0].image": "red" }));
    expect(await probeVideo(edited)).toMatchObject({ widthPx: 720, heightPx: 720, durationSeconds: 5 });
    await stillOf(edited, 1, "edited.png");
    expectColor(await colorAt(join(directory, "edited.png"), [0.5, 0.5]), RED);
    const emptied = await changeSelection({ operation: "delete", sessionId, frameIndex: 3, points });
    expect(emptied.mask?.rle_mask_list).toEqual([]);
    await expect(changeSelection({ operation: "clear", sessionId: "none" })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

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
