import { describe, expect, test } from "vitest";
import { combinationOfDraft } from "#lib/kling/draft.ts";
import { refusals } from "#lib/kling/verdict.ts";
import {
  type CreateAction,
  type CreateState,
  hasContent,
  initialCreateState,
  reduceCreate,
} from "./create-state.ts";

const FIRST = "asset_01J00000000000000000000001";
const LAST = "asset_01J00000000000000000000002";
const WIDE = { widthPx: 1280, heightPx: 720 };
const TALL = { widthPx: 720, heightPx: 1280 };

function reduceAll(start: CreateState, ...actions: CreateAction[]): CreateState {
  return actions.reduce(reduceCreate, start);
}

const withPictures = reduceAll(
  initialCreateState("image2video"),
  { type: "put-picture", slot: "image", picture: { assetId: FIRST, size: WIDE } },
  { type: "put-picture", slot: "image_tail", picture: { assetId: LAST, size: TALL } },
);

describe("the content of the Create screen", () => {
  test("keeps everything typed and dropped while the tool changes back and forth", () => {
    const typed = reduceAll(withPictures, { type: "edit", patch: { prompt: "a paper boat" } });
    const back = reduceAll(
      typed,
      { type: "choose-kind", kind: "text2video" },
      { type: "choose-kind", kind: "image2video" },
    );
    expect(back.draft).toMatchObject({ prompt: "a paper boat", image: FIRST, image_tail: LAST });
    expect(back.sizes).toEqual({ image: WIDE, image_tail: TALL });
  });

  test("moves to the nearest model when the new tool does not have the present one", () => {
    const onlyPictures = reduceAll(initialCreateState("image2video"), {
      type: "edit",
      patch: { model_name: "kling-v1-5" },
    });
    const { draft } = reduceAll(onlyPictures, { type: "choose-kind", kind: "text2video" });
    expect(draft.model_name).not.toBe("kling-v1-5");
    expect(refusals(combinationOfDraft(draft))).toEqual([]);
  });

  test("swaps two pictures together with their measures", () => {
    const swapped = reduceAll(withPictures, { type: "swap-pictures" });
    expect(swapped.draft).toMatchObject({ image: LAST, image_tail: FIRST });
    expect(swapped.sizes).toEqual({ image: TALL, image_tail: WIDE });
  });

  test("forgets the measures of a picture that is gone, also when a fix took it away", () => {
    expect(reduceAll(withPictures, { type: "remove-picture", slot: "image" }).sizes.image).toBeNull();
    expect(
      reduceAll(withPictures, { type: "edit", patch: { image_tail: null } }).sizes.image_tail,
    ).toBeNull();
  });

  test("takes the settings of an old request, and only those", () => {
    const old = {
      kind: "text2video",
      model_name: "kling-v2-6",
      prompt: "a fox",
      mode: "pro",
      duration: "10",
    } as const;
    const state = reduceAll(
      withPictures,
      { type: "set-takes", takes: 4 },
      { type: "use-request", request: old, sizes: {} },
    );
    expect(state.draft).toMatchObject({ ...old, image: null, image_tail: null });
    expect(state).toMatchObject({ takes: 4, sizes: { image: null, image_tail: null } });
  });

  test("knows whether a person would miss it", () => {
    expect(hasContent(initialCreateState("text2video"))).toBe(false);
    expect(hasContent(withPictures)).toBe(true);
  });
});
