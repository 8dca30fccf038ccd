import { describe, expect, test } from "vitest";
import { defaultDraft } from "#lib/kling/draft.ts";
import { obstacleInTheWay, readinessOf } from "./obstacle.ts";
import type { SlotWorks } from "./picture/use-picture-intake.ts";

const PICTURE = "asset_01J00000000000000000000001";
const IDLE: SlotWorks = { image: { step: "idle" }, image_tail: { step: "idle" } };
const text = { ...defaultDraft("text2video"), prompt: "a paper boat" };
const image = { ...defaultDraft("image2video"), prompt: "it sails away", image: PICTURE };
const usual = { draft: text, works: IDLE, policy: "strict", mayCreate: true } as const;

describe("an order", () => {
  test("can be placed once nothing is missing", () => {
    expect(readinessOf(usual)).toMatchObject({
      ready: true,
      request: { kind: "text2video", prompt: "a paper boat" },
    });
    expect(readinessOf({ ...usual, draft: image }).ready).toBe(true);
  });

  test("names the field that is missing first", () => {
    const draft = { ...text, prompt: "  " };
    expect(readinessOf({ ...usual, draft })).toMatchObject({
      obstacle: { kind: "violation", path: "prompt" },
    });
    expect(readinessOf({ ...usual, draft: { ...image, image: null } })).toMatchObject({
      obstacle: { kind: "violation", path: "image" },
    });
  });

  test("waits for a picture that is still on its way, although an older one is in the draft", () => {
    const works: SlotWorks = { ...IDLE, image: { step: "opening", name: "boat.png" } };
    expect(readinessOf({ ...usual, draft: image, works })).toMatchObject({
      obstacle: { kind: "picture_on_its_way", path: "image" },
    });
  });

  test("does not go on without a picture that could not be taken", () => {
    const works: SlotWorks = { ...IDLE, image_tail: { step: "unreadable", name: "a.heic", why: "heic" } };
    expect(readinessOf({ ...usual, draft: image, works })).toMatchObject({
      obstacle: { kind: "picture_not_taken", path: "image_tail" },
    });
  });

  test("from text does not wait for pictures of the other tool", () => {
    const works: SlotWorks = { ...IDLE, image: { step: "opening", name: "boat.png" } };
    expect(readinessOf({ ...usual, works }).ready).toBe(true);
  });

  test("is not for those who may only look, nor for a team without a connection", () => {
    expect(readinessOf({ ...usual, mayCreate: false })).toMatchObject({ obstacle: { kind: "may_not" } });
    expect(readinessOf({ ...usual, policy: undefined })).toMatchObject({
      obstacle: { kind: "no_connection" },
    });
  });

  test("is not sent where the connection's dialect has no words for it", () => {
    const draft = { ...text, model_name: "kling-v1-6" } as const;
    const there = { ...usual, draft, policy: "off", provider: "generations" } as const;
    expect(readinessOf(there)).toMatchObject({
      obstacle: { kind: "dialect", path: "model_name", fields: ["model_name"] },
    });
    expect(readinessOf({ ...there, provider: "native" }).ready).toBe(true);
  });

  test("may leave the capability map where the connection only warns", () => {
    const draft = {
      ...defaultDraft("image2video"),
      prompt: "x",
      model_name: "kling-v2-master",
      image: PICTURE,
      image_tail: PICTURE,
    } as const;
    expect(readinessOf({ ...usual, draft }).ready).toBe(false);
    expect(readinessOf({ ...usual, draft, policy: "warn" }).ready).toBe(true);
  });
});

describe("an order that something else than frames leads", () => {
  const brush = { ...image, model_name: "kling-v1", guide: "brush" } as const;
  const camera = { ...image, model_name: "kling-v1-5", mode: "pro", guide: "camera" } as const;

  test("is judged as what it will be, although what is painted is only read at Generate", () => {
    expect(readinessOf({ ...usual, draft: brush }).ready).toBe(true);
    expect(readinessOf({ ...usual, draft: { ...brush, model_name: "kling-v3" } })).toMatchObject({
      obstacle: { path: "dynamic_masks", violation: { code: "masks_unsupported", fix: expect.anything() } },
    });
  });

  test("needs a picture, whatever end frame was put aside", () => {
    const draft = { ...brush, image: null, image_tail: PICTURE };
    expect(readinessOf({ ...usual, draft })).toMatchObject({ obstacle: { path: "image" } });
  });

  test("does not wait for an end frame that was put aside", () => {
    const works: SlotWorks = { ...IDLE, image_tail: { step: "opening", name: "boat.png" } };
    expect(readinessOf({ ...usual, draft: brush, works }).ready).toBe(true);
  });

  test("needs a movement before the camera can lead it", () => {
    const path = "camera_control";
    expect(readinessOf({ ...usual, draft: camera })).toMatchObject({
      obstacle: { kind: "no_camera_move", path },
    });
    expect(readinessOf({ ...usual, draft: { ...camera, camera_value: -2 } })).toMatchObject({
      ready: true,
      request: { camera_control: { type: "simple", config: { zoom: -2 } } },
    });
  });

  test("is told what its drawing lacks only while the brush leads it", () => {
    const met = {
      kind: "brush",
      path: "dynamic_masks",
      key: "team/user/picture",
      document: null,
      refusal: { code: "nothing-painted" },
    } as const;
    expect(obstacleInTheWay(readinessOf({ ...usual, draft: brush }), met)).toBe(met);
    expect(obstacleInTheWay(readinessOf({ ...usual, draft: image }), met)).toBeNull();
  });
});
