import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { probeAudio } from "#lib/media/probe-audio.ts";
import { probeVideo } from "#lib/media/probe-video.ts";
import {
  colorAt,
  expectColor,
  type Files,
  filesOf,
  make,
  placeOf,
  RED,
  sizeOf,
  startBench,
  stillOf,
  stopBench,
  theVideo,
} from "./bench.ts";

beforeAll(startBench);
afterAll(stopBench);

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
    const last = await stillOf(placeOf("film.mp4"), "last", "last.png");
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
    expectColor(await colorAt(placeOf("edited.png"), [0.5, 0.5]), RED);
    const emptied = await changeSelection({ operation: "delete", sessionId, frameIndex: 3, points });
    expect(emptied.mask?.rle_mask_list).toEqual([]);
    await expect(changeSelection({ operation: "clear", sessionId: "none" })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
