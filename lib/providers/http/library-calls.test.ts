import { expect, test } from "vitest";
import { parseLossless } from "#lib/kling/json.ts";
import { NEVER, open } from "./http-provider.fixture.ts";
import type { Sent } from "./sent.ts";

const ID = "842130978230767623"; // beyond 2^53

/** As it comes off the wire. */
function answered(data: string, code = 0): Sent {
  const text = `{"code":${code},"message":"SUCCEED","request_id":"r","data":${data}}`;
  return { type: "answered", status: code === 0 ? 200 : 400, body: parseLossless(text) };
}

test.each([
  ["native", "custom-elements", "/v1/general/delete-elements"],
  ["native", "advanced-custom-elements", "/v1/general/delete-advanced-elements"],
  ["unified", "custom-elements", "/v1/elements/delete"],
] as const)("%s: one of %s is deleted at %s, its id written out as text", async (dialect, kind, path) => {
  const { provider: opened, calls } = open([answered("{}")], { provider: dialect });
  expect(await opened.deleteKept?.({ kind, id: ID }, NEVER)).toBe("deleted");
  expect(calls.map((call) => [call.method, call.path, call.body])).toEqual([
    ["POST", path, { element_id: ID }],
  ]);
});

test("a voice is deleted at its own path", async () => {
  const { provider: opened, calls } = open([answered("{}")]);
  expect(await opened.deleteKept?.({ kind: "custom-voices", id: "v1" }, NEVER)).toBe("deleted");
  expect(calls[0]).toMatchObject({ path: "/v1/general/delete-voices", body: { voice_id: "v1" } });
});

test("what upstream knows no more is gone, and other refusals are no deletion", async () => {
  const kept = { kind: "custom-elements", id: ID } as const;
  expect(await open([answered("null", 1201)]).provider.deleteKept?.(kept, NEVER)).toBe("gone");
  await expect(open([answered("null", 5001)]).provider.deleteKept?.(kept, NEVER)).rejects.toMatchObject({
    code: "provider_unavailable",
  });
  const silent: Sent = { type: "timeout", message: "no answer" };
  await expect(open([silent]).provider.deleteKept?.(kept, NEVER)).rejects.toMatchObject({ retryable: true });
});

test("where a dialect has no words for it nothing is sent", async () => {
  const { provider: opened, calls } = open([], { provider: "unified" });
  expect(await opened.deleteKept?.({ kind: "custom-voices", id: "v1" }, NEVER)).toBe("kept");
  expect(await opened.presetElements?.("advanced-custom-elements", NEVER)).toBeNull();
  expect(opened.presetVoices).toBeUndefined();
  expect(calls).toEqual([]);
  expect(open([], { provider: "generations" }).provider.deleteKept).toBeUndefined();
});

test("presets of both libraries are read, with exact ids, whether they stand alone or in tasks", async () => {
  const older = `[{"element_id":${ID},"element_name":"Fox","element_description":"red","element_frontal_image":"https://x.example/f.png",
    "tag_list":[{"id":"o_103","name":"Animal","description":"x"},{"id":"o_999"}]}]`;
  const fox = {
    id: ID,
    name: "Fox",
    description: "red",
    tagIds: ["o_103"],
    pictureUrl: "https://x.example/f.png",
  };
  expect(await open([answered(older)]).provider.presetElements?.("custom-elements", NEVER)).toEqual([fox]);
  const newer = `[{"task_id":"1","task_result":{"elements":[{"element_id":${ID},"element_name":"Fox",
    "element_image_list":{"frontal_image":"javascript:alert(1)"}}]}}]`;
  const kind = "advanced-custom-elements";
  expect(await open([answered(newer)]).provider.presetElements?.(kind, NEVER)).toEqual([
    { ...fox, description: "", tagIds: [], pictureUrl: null },
  ]);
});

test("voices of the house are read out of their tasks", async () => {
  const list = `[{"task_id":"1","task_result":{"voices":[{"voice_id":"v1","voice_name":"Calm","trial_url":"https://x.example/a.mp3"}]}}]`;
  expect(await open([answered(list)]).provider.presetVoices?.(NEVER)).toEqual([
    { id: "v1", name: "Calm", trialUrl: "https://x.example/a.mp3" },
  ]);
});
