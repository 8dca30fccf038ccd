import { expect, test } from "vitest";
import { defaultDraft } from "../draft.ts";
import { carriedFrom, carriedFromClip } from "./carried.ts";
import { carryOver, carryOverToClip } from "./carry-over.ts";
import { form as imageGeneration } from "./image-generation-form.ts";
import { form as motionControl } from "./motion-control-form.ts";
import { initialDraft, writePatch } from "./tool-form.ts";
import { form as tts } from "./tts-form.ts";

const PICTURE = "asset_01JCQZZZZZZZZZZZZZZZZZZZZA";
const FILM = "asset_01JCQZZZZZZZZZZZZZZZZZZZZB";

test("words, pictures and what is legal of the settings go along from a clip", () => {
  const clip = {
    ...defaultDraft("image2video"),
    prompt: "a boat",
    image: PICTURE,
    aspect_ratio: "1:1" as const,
  };
  const { draft, setAside } = carryOver(imageGeneration, carriedFromClip(clip, {}));
  expect(draft).toMatchObject({
    prompt: "a boat",
    image: PICTURE,
    aspect_ratio: "1:1",
    model_name: "kling-v3",
  });
  expect(setAside).toEqual([]);
});

test("what has no place is told and not forced in", () => {
  const draft = writePatch(initialDraft(motionControl), {
    prompt: "a dancer",
    image_url: PICTURE,
    video_url: FILM,
  });
  const carried = carriedFrom(motionControl, draft, {});
  const speech = carryOver(tts, carried);
  expect(speech.draft).toMatchObject({ text: "a dancer", voice_language: "zh" });
  expect(speech.setAside.map(({ en }) => en)).toEqual(["picture", "video"]);
  const clip = carryOverToClip("image2video", carried);
  expect(clip.draft).toMatchObject({ kind: "image2video", prompt: "a dancer", image: PICTURE });
  expect(clip.setAside.map(({ en }) => en)).toEqual(["video"]);
});
