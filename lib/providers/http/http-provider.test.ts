import { describe, expect, test } from "vitest";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import type { Submission } from "#lib/providers/provider.ts";
import { ACCEPTED, ASSET, bodyOf, CLIP, MOVING, open, PICTURE, submission } from "./http-provider.fixture.ts";

describe("what travels beside the request", () => {
  test("our id and the callback's address, where the endpoint has fields for them", async () => {
    const callback_url = "https://studio.acme.io/api/callbacks/token";
    expect(await bodyOf(CLIP)).toMatchObject({ external_task_id: "fw-1", callback_url });
    const tryOn: TaskRequest = {
      kind: "virtual-try-on",
      model_name: "kolors-virtual-try-on-v1",
      human_image: ASSET,
    };
    const body = await bodyOf(tryOn);
    expect(body).toMatchObject({ callback_url });
    expect(body).not.toHaveProperty("external_task_id");
    const speech: TaskRequest = { kind: "tts", text: "hello", voice_id: "x", voice_language: "en" };
    expect(await bodyOf(speech)).toEqual({ text: "hello", voice_id: "x", voice_language: "en" });
  });

  test("neither where the dialect has none", async () => {
    const body = await bodyOf(CLIP, {}, { provider: "generations", preset: "generations" });
    expect(body).toEqual({ model: "kling-v3-std-silent", prompt: "a boat", duration: 5 });
  });

  test("fields of a client that we do not know, at their own places", async () => {
    const body = await bodyOf(CLIP, { extraFields: { style_code: 7, "camera_control.speed": 2 } });
    expect(body).toMatchObject({ style_code: 7 });
    expect(body).not.toHaveProperty("camera_control");
  });
});

describe("files", () => {
  test("go as raw base64 from a hidden studio, in every dialect that takes it", async () => {
    const image = PICTURE.toString("base64");
    expect(await bodyOf(MOVING)).toMatchObject({ image });
    expect(await bodyOf(MOVING, {}, { provider: "unified", preset: "unified" })).toMatchObject({ image });
  });

  test("go as signed addresses from a studio that can be reached, and are not read then", async () => {
    const inputUrl = (role: string) => `https://studio.acme.io/v1/files/${role}`;
    const readInput = () => Promise.reject(new Error("was read"));
    const image = "https://studio.acme.io/v1/files/image";
    expect(await bodyOf(MOVING, { inputUrl, readInput })).toMatchObject({ image });
  });

  test("that cannot get there are refused by us, and nothing is sent", async () => {
    const { provider, calls } = open([], { provider: "generations", preset: "generations" });
    expect(await provider.submit(submission(MOVING))).toEqual({
      kind: "refused",
      code: 1201,
      message: "image: needs address",
      retryable: false,
    });
    expect(calls).toEqual([]);
  });

  test("that cannot be read are no doubt: nothing was sent, and it may be tried again", async () => {
    const { provider, calls } = open([]);
    const readInput = () => Promise.reject(new Error("the bucket is away"));
    expect(await provider.submit(submission(MOVING, { readInput }))).toMatchObject({
      kind: "refused",
      retryable: true,
    });
    expect(calls).toEqual([]);
  });

  test("of this very upstream go by their id there, those of another one as files", async () => {
    const extended: TaskRequest = { kind: "identify-face", video_id: "output_1" };
    const answer = { ...ACCEPTED, body: { code: 0, data: { session_id: "s", face_data: [] } } } as const;
    const sent = async (given: Partial<Submission>) => {
      const { provider, calls } = open([answer]);
      await provider.submit(submission(extended, given));
      return calls[0]?.body;
    };
    expect(await sent({ upstreamIdOf: () => "v-77" })).toEqual({ video_id: "v-77" });
    const inputUrl = () => "https://studio.acme.io/v1/files/x";
    expect(await sent({ inputUrl })).toEqual({ video_url: "https://studio.acme.io/v1/files/x" });
  });

  test("that are masks are turned round, and then travel in the body, where black means painted", async () => {
    const mask = "asset_01HYYYYYYYYYYYYYYYYYYYYYYY";
    const trajectories = [
      { x: 1, y: 1 },
      { x: 9, y: 9 },
    ];
    const brushed: TaskRequest = { ...MOVING, static_mask: mask, dynamic_masks: [{ mask, trajectories }] };
    const inputUrl = (role: string) => `https://studio.acme.io/v1/files/${role}`;
    const invertMask = async (bytes: Uint8Array) => Buffer.from(`not ${Buffer.from(bytes)}`);
    const turned = Buffer.from("not a picture").toString("base64");
    const body = await bodyOf(brushed, { inputUrl }, { deps: { invertMask } });
    expect(body).toMatchObject({
      image: inputUrl("image"),
      static_mask: turned,
      dynamic_masks: [{ mask: turned }],
    });
  });

  test("of the older lip-sync change from an address to the file itself", async () => {
    const lips: TaskRequest = {
      kind: "lip-sync",
      input: { video_id: "output_1", mode: "audio2video", audio_type: "url", audio_url: ASSET },
    };
    expect(await bodyOf(lips, { upstreamIdOf: () => "v-77" })).toMatchObject({
      input: {
        video_id: "v-77",
        mode: "audio2video",
        audio_type: "file",
        audio_file: PICTURE.toString("base64"),
      },
    });
  });
});

test("a camera move is told in the words of the upstream's own documents", async () => {
  const camera_control = { type: "simple", config: { pan: 3 } } as const;
  const moved: TaskRequest = { ...CLIP, camera_control };
  expect(await bodyOf(moved)).toMatchObject({ camera_control });
  expect(await bodyOf(moved, {}, { deps: { hasOldAxes: true } })).toMatchObject({
    camera_control: { type: "simple", config: { tilt: 3 } },
  });
});
