import { expect, test } from "vitest";
import type { TaskRequest } from "./requests/request.ts";
import { packOf, placesOf } from "./resource-pack.ts";

const OMNI = { kind: "omni-image", model_name: "kling-v3-omni", prompt: "a fox" } as const;

test.each<[string, TaskRequest, string, number]>([
  [
    "a clip takes one place",
    { kind: "text2video", model_name: "kling-v3", prompt: "a fox", duration: "5" },
    "video",
    1,
  ],
  ["pictures take one each", { ...OMNI, n: 4 }, "image", 4],
  ["a picture is one unless told", OMNI, "image", 1],
  [
    "a series takes one for each of its pictures",
    { ...OMNI, result_type: "series", series_amount: 5 },
    "image",
    5,
  ],
  [
    "a series of its own length takes as many as it can become",
    { ...OMNI, result_type: "series", series_amount: "auto" },
    "image",
    9,
  ],
  ["n means nothing to a series", { ...OMNI, result_type: "series", series_amount: 2, n: 8 }, "image", 2],
  [
    "a try-on takes one of its own pack",
    { kind: "virtual-try-on", model_name: "kolors-virtual-try-on-v1", human_image: "a" },
    "try_on",
    1,
  ],
  [
    "a sound counts as video",
    { kind: "tts", text: "hello", voice_id: "v", voice_language: "en" },
    "video",
    1,
  ],
])("%s", (_, request, pack, places) => {
  expect([packOf(request), placesOf(request)]).toEqual([pack, places]);
});
