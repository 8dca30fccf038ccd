import { expect, test } from "vitest";
import type { Asset } from "#lib/contract/assets.ts";
import { checkTask } from "#lib/kling/kinds/check-task.ts";
import { taskRequestSchema } from "#lib/kling/requests/request.ts";
import { type ElementDraft, EMPTY_ELEMENT, elementProblems, elementRequest } from "./element-draft.ts";

const picture = (letter: string): Asset => ({
  id: `asset_${letter.repeat(26)}`,
  origin: "upload",
  name: "fox.png",
  mime: "image/png",
  bytes: 1000,
  widthPx: 600,
  heightPx: 600,
  durationSeconds: null,
  fps: null,
  hasSound: null,
  hasPoster: true,
  hasPreview: false,
  createdById: null,
  createdAt: "2026-11-22T00:00:00.000Z",
});

const film: Asset = {
  ...picture("F"),
  mime: "video/mp4",
  widthPx: 1920,
  heightPx: 1080,
  durationSeconds: 5,
  fps: 24,
  hasSound: false,
};

const WHOLE: ElementDraft = {
  ...EMPTY_ELEMENT,
  name: " Fox ",
  description: "A small red fox",
  front: picture("A"),
  views: [picture("B")],
  tagIds: ["o_103"],
};

const DRAFTS: readonly (readonly [string, ElementDraft])[] = [
  ["of the newer library, from pictures", WHOLE],
  ["of the older library", { ...WHOLE, library: "custom" }],
  ["with a voice", { ...WHOLE, voiceId: "842130978230767622" }],
  ["from a video", { ...WHOLE, madeFrom: "video_refer", front: null, views: [], video: film }],
];

test.each(DRAFTS)("a whole draft %s is an order that the server takes", (_what, draft) => {
  expect(elementProblems(draft)).toEqual([]);
  const request = taskRequestSchema.parse(elementRequest(draft));
  const facts = new Map([["element_video_list.refer_videos[0].video_url", film]]);
  expect(checkTask(request, { policy: "strict", facts })).toEqual([]);
});

test.each([
  ["no name", { name: "  " }],
  ["a name that is too long", { name: "f".repeat(21) }],
  ["no description", { description: "" }],
  ["a description that is too long", { description: "f".repeat(101) }],
  ["no front", { front: null }],
  ["no other view", { views: [] }],
] as const)("%s stands in the way, in both libraries", (_what, change) => {
  for (const library of ["custom", "advanced"] as const)
    expect(elementProblems({ ...WHOLE, library, ...change })).not.toEqual([]);
});

test("a video of the wrong length or shape stands in the way", () => {
  const from = (video: Asset | null) => elementProblems({ ...WHOLE, madeFrom: "video_refer", video });
  expect(from(null)).not.toEqual([]);
  expect(from({ ...film, durationSeconds: 9 })).not.toEqual([]);
  expect(from({ ...film, widthPx: 1080, heightPx: 1080 })).not.toEqual([]);
  expect(from(film)).toEqual([]);
});

test("the older library takes neither a video nor a voice, whatever was chosen before", () => {
  const request = elementRequest({ ...WHOLE, library: "custom", madeFrom: "video_refer", voiceId: "7" });
  expect(request.kind).toBe("custom-elements");
  expect(JSON.stringify(request)).not.toMatch(/voice|video/);
});

test("an id of a voice beyond 2^53 is sent as it was read", () => {
  expect(elementRequest({ ...WHOLE, voiceId: "842130978230767622" })).toMatchObject({
    element_voice_id: "842130978230767622",
  });
});
