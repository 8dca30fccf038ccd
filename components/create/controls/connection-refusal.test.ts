import { describe, expect, test } from "vitest";
import type { ConnectionView } from "#lib/contract/connections.ts";
import { chosenConnection } from "./chosen-connection.ts";
import { connectionRefusal } from "./connection-refusal.ts";

const OPEN: ConnectionView = {
  id: "one",
  name: "One",
  isDefault: false,
  isPractice: false,
  preset: "custom",
  policy: "strict",
  provider: "native",
  priceBook: null,
  isEnabled: true,
  isPaused: false,
};
const CLIP = { kind: "text2video", model_name: "kling-v3", mode: "std", duration: "5", prompt: "a" } as const;
const OLD_MODEL = { ...CLIP, model_name: "kling-v1-6" } as const;
const SILENT_ONE = { ...OLD_MODEL, sound: "on" } as const;

describe("a connection", () => {
  test.each([
    ["that is open takes a clip", OPEN, CLIP, null],
    ["that is off takes none", { ...OPEN, isEnabled: false, isPaused: true }, CLIP, { kind: "off" }],
    ["that is paused lets it wait", { ...OPEN, isPaused: true }, CLIP, { kind: "paused" }],
    [
      "cannot say what its dialect has no word for",
      { ...OPEN, provider: "generations", policy: "off" },
      OLD_MODEL,
      { kind: "dialect", fields: ["model_name"] },
    ],
    ["of another dialect can", { ...OPEN, provider: "unified" }, CLIP, null],
    [
      "that holds to the map refuses what it refuses",
      OPEN,
      SILENT_ONE,
      { kind: "map", message: expect.anything() },
    ],
    ["that leaves it to upstream does not", { ...OPEN, policy: "warn" }, SILENT_ONE, null],
  ] satisfies [string, ConnectionView, Parameters<typeof connectionRefusal>[1], unknown][])(
    "%s",
    (_name, connection, request, expected) => {
      expect(connectionRefusal(connection, request)).toEqual(expected);
    },
  );
});

test("what is switched off is never the chosen one", () => {
  const off = { ...OPEN, id: "off", isDefault: true, isEnabled: false };
  expect(chosenConnection([off, OPEN], "off")?.id).toBe("one");
  expect(chosenConnection([off], null)).toBeUndefined();
});
