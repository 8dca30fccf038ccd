import { expect, test } from "vitest";
import type { TaskRequest } from "./requests/request.ts";
import { upstreamViolations } from "./upstream-violations.ts";
import { type HttpUpstream, httpUpstreamOf } from "./upstreams.ts";

const ASSET = "asset_01HZZZZZZZZZZZZZZZZZZZZZZZ";

function upstream(provider: string, preset: string): HttpUpstream {
  const found = httpUpstreamOf({ provider, preset });
  if (found === null) throw new Error(`${provider} is not reached over HTTP`);
  return found;
}

const OFFICIAL = upstream("native", "official_global");
const CLIP: TaskRequest = { kind: "text2video", model_name: "kling-v3", prompt: "a boat", duration: "5" };
const PICTURE: TaskRequest = {
  kind: "image2video",
  model_name: "kling-v3",
  image: ASSET,
  prompt: "a boat",
  duration: "5",
  mode: "std",
};

function codes(request: TaskRequest, at: HttpUpstream, bytes = 1000) {
  const files = new Map([["image", { bytes, upstreamId: null }]]);
  return upstreamViolations(request, { upstream: at, isStudioPublic: false, files }).map(
    ({ path, code }) => `${path}: ${code}`,
  );
}

test("the native dialect carries every kind; gateways refuse what they have no words for", () => {
  const generations = upstream("generations", "generations");
  expect(codes(CLIP, OFFICIAL)).toEqual([]);
  expect(codes(CLIP, generations)).toEqual([]);
  expect(codes({ ...CLIP, model_name: "kling-v1" }, generations)).toEqual(["model_name: not_spoken"]);
  const speech: TaskRequest = { kind: "tts", text: "hello", voice_id: "x", voice_language: "en" };
  expect(codes(speech, OFFICIAL)).toEqual([]);
  expect(codes(speech, upstream("unified", "unified"))).toEqual(["kind: not_spoken"]);
});

test("the unified gateway takes shorter names of elements than Kling", () => {
  const element: TaskRequest = {
    kind: "custom-elements",
    element_name: "a paper boat",
    element_description: "white",
    element_frontal_image: ASSET,
    element_refer_list: [{ image_url: ASSET }],
  };
  const unified = upstream("unified", "unified");
  expect(codes(element, OFFICIAL)).toEqual([]);
  expect(codes(element, unified)).toEqual(["element_name: too_long"]);
  expect(codes({ ...element, element_name: "paper boat" }, unified)).toEqual([]);
});

test("a file that cannot get there is refused before anything is spent", () => {
  expect(codes(PICTURE, OFFICIAL)).toEqual([]);
  expect(codes(PICTURE, OFFICIAL, 11 * 1024 * 1024)).toEqual(["image: too_large"]);
  expect(codes(PICTURE, upstream("generations", "generations"))).toEqual(["image: needs_address"]);
});

test("a connection of a preset that leaves the dialect open counts on nothing that is not documented", () => {
  expect(httpUpstreamOf({ provider: "native", preset: "custom" })).toMatchObject({
    id: "custom",
    dialect: "native",
    refusesDuplicates: false,
    listsTasks: null,
  });
  expect(httpUpstreamOf({ provider: "unified", preset: "custom" })?.base64.audio).toBeNull();
  expect(httpUpstreamOf({ provider: "generations", preset: "official_global" })?.takesExternalTaskId).toBe(
    false,
  );
  expect(httpUpstreamOf({ provider: "sandbox", preset: "sandbox" })).toBeNull();
});
