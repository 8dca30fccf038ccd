import { expect, test } from "vitest";
import type { Connection } from "#lib/contract/connections.ts";
import { changeOf, choicesOfPreset, newConnectionOf, reachOf, textsOfPreset } from "./connection-form.ts";

const SAVED = { preset: "kapon", baseUrl: "https://models.kapon.cloud/kling" } as Connection;

function filled(preset: Parameters<typeof choicesOfPreset>[0], typed: object = {}) {
  return { texts: { ...textsOfPreset(preset, "Mine"), ...typed }, choices: choicesOfPreset(preset) };
}

test("a preset fills in what it is known for", () => {
  expect(newConnectionOf(filled("official_global", { key: " sk-1 " }))).toEqual({
    preset: "official_global",
    baseUrl: "https://api-singapore.klingai.com",
    credential: { kind: "api_key", key: "sk-1" },
    name: "Mine",
    policy: "strict",
    maskPolarity: "white",
    axisSemantics: "map",
    parallel: { video: 3, image: 9, try_on: 2 },
  });
});

test("the sandbox has neither address nor key, and only what a person made up says what it speaks", () => {
  expect(reachOf(filled("sandbox", { baseUrl: "https://example.com", key: "k" }))).toEqual({
    preset: "sandbox",
  });
  expect(reachOf(filled("custom", { baseUrl: "https://example.com" }))).toEqual({
    preset: "custom",
    dialect: "native",
    baseUrl: "https://example.com",
  });
});

test("a change carries secrets only when new ones were typed, and the address only when it is another", () => {
  const plain = changeOf(filled("kapon"), SAVED);
  expect(plain).not.toHaveProperty("credential");
  expect(plain).not.toHaveProperty("baseUrl");
  expect(plain).not.toHaveProperty("callbackSecret");
  const changed = changeOf(
    filled("kapon", { baseUrl: "https://example.com", key: "k", callbackSecret: "whsec_12" }),
    SAVED,
  );
  expect(changed).toMatchObject({
    baseUrl: "https://example.com",
    credential: { kind: "api_key", key: "k" },
    callbackSecret: "whsec_12",
  });
});
