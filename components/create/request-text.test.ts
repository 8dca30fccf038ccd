import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { requestText } from "./request-text.ts";

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
