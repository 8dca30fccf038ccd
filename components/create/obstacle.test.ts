import { describe, expect, test } from "vitest";
import { defaultDraft } from "#lib/kling/draft.ts";
import { readinessOf } from "./obstacle.ts";
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
