import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { requestText, withShortMasks } from "./request-text.ts";

const request = {
  kind: "text2video",
  model_name: "kling-v2-6",
  prompt: 'it\'s $HOME, `pwd` and 「一只船」\nat "dawn" \\ ',
  duration: "5",
} as const;

test("the JSON is the native body, without our own kind", () => {
  const { kind: _, ...body } = request;
  expect(JSON.parse(requestText(request, "https://studio.example.com").json)).toEqual(body);
});

test("the command sends exactly that body, whatever is in the prompt, and names the key only by a variable", () => {
  const { json, curl } = requestText(request, "https://studio.example.com");
  const script = `curl() { printf '%s\\0' "$@"; }; FRAMEWRIGHT_API_KEY=secret; ${curl}`;
  const parts = execFileSync("sh", ["-c", script], { encoding: "utf8" }).split("\0");
  expect(parts).toContain(json);
  expect(parts).toContain("https://studio.example.com/v1/videos/text2video");
  expect(parts).toContain("Authorization: Bearer secret");
});

test("masks are shown by their beginning, and nothing else of the request changes", () => {
  const mask = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgAB".repeat(4);
  const path = [
    { x: 0, y: 1 },
    { x: 2, y: 3 },
  ];
  const request = {
    kind: "image2video",
    model_name: "kling-v1",
    duration: "5",
    image: "asset_01J00000000000000000000001",
    static_mask: mask,
    dynamic_masks: [{ mask, trajectories: path }],
  } as const;
  const shown = withShortMasks({ ...request, dynamic_masks: [{ mask, trajectories: [...path] }] });
  const short = "iVBORw0KGgoAAAANSUhEUgAA…";
  expect(shown).toEqual({
    ...request,
    static_mask: short,
    dynamic_masks: [{ mask: short, trajectories: path }],
  });
});
