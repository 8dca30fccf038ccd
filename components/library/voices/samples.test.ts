import { expect, test } from "vitest";
import { ttsSchema } from "#lib/kling/requests/tts.ts";
import { sampleRequest, samplesOf } from "./samples.ts";

const task = (voiceId: string, change: object = {}) => ({
  request: sampleRequest(voiceId, "en"),
  status: "succeeded" as const,
  connection: { id: "connection_a", name: "A" },
  output: null,
  ...change,
});

const WHERE = { connectionId: "connection_a", language: "en" } as const;

test("a sample is an order that the server takes, in both languages", () => {
  for (const language of ["zh", "en"] as const)
    expect(ttsSchema.safeParse(sampleRequest("genshin_vindi2", language)).success).toBe(true);
});

test("a sample is known again by its voice, its sentence, its language and its account", () => {
  const other = task("AOT", { connection: { id: "connection_b", name: "B" } });
  const chinese = task("AOT", { request: sampleRequest("AOT", "zh") });
  const words = task("AOT", { request: { ...sampleRequest("AOT", "en"), text: "something else" } });
  expect(samplesOf([other, chinese, words], WHERE).size).toBe(0);
  expect([...samplesOf([task("AOT"), task("uk_boy1")], WHERE).keys()]).toEqual(["AOT", "uk_boy1"]);
});

test("the newest one counts, and one that failed does not", () => {
  const [newest, older] = [task("AOT", { status: "processing" }), task("AOT")];
  expect(samplesOf([newest, older], WHERE).get("AOT")).toBe(newest);
  expect(samplesOf([task("AOT", { status: "failed" })], WHERE).size).toBe(0);
});
