import { expect, test } from "vitest";
import { initialCreateState, reduceCreate } from "./create-state.ts";
import { parseStoredState, storageKey } from "./stored-state.ts";

const state = reduceCreate(initialCreateState("image2video"), {
  type: "put-picture",
  slot: "image",
  picture: { assetId: "asset_01J00000000000000000000001", size: { widthPx: 640, heightPx: 480 } },
});

test("a stored state is read back unchanged", () => {
  expect(parseStoredState(JSON.parse(JSON.stringify(state)))).toEqual(state);
});

test("fields that are missing or no longer known take their default, and the prompt stays", () => {
  const old = {
    draft: { kind: "text2video", prompt: "a fox", model_name: "kling-v0", duration: 5 },
    takes: "2",
  };
  const { draft, takes } = parseStoredState(old) ?? initialCreateState("image2video");
  const { draft: empty } = initialCreateState("text2video");
  expect({ draft, takes }).toEqual({ draft: { ...empty, prompt: "a fox" }, takes: 1 });
});

test("what leads the picture is read back, and a draft of before has frames", () => {
  const camera = { guide: "camera", camera_type: "simple", camera_axis: "pan", camera_value: -2.5 } as const;
  const chosen = reduceCreate(state, { type: "edit", patch: camera });
  expect(parseStoredState(JSON.parse(JSON.stringify(chosen)))?.draft).toMatchObject(camera);
  const { guide: _, ...draft } = chosen.draft;
  const old = parseStoredState({ ...chosen, draft: { ...draft, camera_value: 99 } });
  expect(old?.draft).toMatchObject({
    guide: "frames",
    camera_axis: "pan",
    camera_value: 0,
    image: draft.image,
  });
});

test.each([null, 7, [], {}, { draft: null }, { draft: { kind: "hologram" } }])("%j is no state", (value) => {
  expect(parseStoredState(value)).toBeNull();
});

test("each person in each team has a draft of their own", () => {
  const keys = [
    storageKey({ teamId: "team_1", userId: "user_1" }),
    storageKey({ teamId: "team_1", userId: "user_2" }),
    storageKey({ teamId: "team_2", userId: "user_1" }),
  ];
  expect(new Set(keys).size).toBe(3);
});
