import { describe, expect, test } from "vitest";
import { defaultDraft } from "#lib/kling/draft.ts";
import { availableOptions } from "#lib/kling/options.ts";
import { endFrameRefusal } from "./end-frame.ts";

const empty = defaultDraft("image2video");

describe("an end frame", () => {
  test("is not refused for want of a first one, which may still come", () => {
    expect(endFrameRefusal(empty)).toBeNull();
  });

  test("is refused where the model has none, with the way to one", () => {
    const refusal = endFrameRefusal({ ...empty, model_name: "kling-v2-master" });
    expect(refusal?.reason.en).toContain("does not support an end frame");
    const patched = { ...empty, model_name: "kling-v2-master", ...refusal?.fix?.patch } as const;
    expect(endFrameRefusal(patched)).toBeNull();
  });

  test("is judged like the controls judge it once there is a first frame", () => {
    const draft = { ...empty, model_name: "kling-v2-6", image: "asset_01J00000000000000000000001" } as const;
    const choice = availableOptions(draft).image_tail.choices.find(({ value }) => value);
    const refusal = endFrameRefusal(draft);
    expect(choice).toMatchObject({ allowed: false, reason: refusal?.reason, fix: refusal?.fix });
  });
});
