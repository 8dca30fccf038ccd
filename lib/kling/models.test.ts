import { expect, test } from "vitest";
import { findModel, MODEL_IDS, MODELS } from "./models.ts";

test("a model is found whatever the case, and echoed under its one id", () => {
  expect(findModel("Kling-V2-6")?.id).toBe("kling-v2-6");
  expect(findModel(" kling-v1 ")?.id).toBe("kling-v1");
});

test.each(["kling-v2-5", "kling-v3-0", "kling-v4", ""])("%j is no model (live)", (name) => {
  expect(findModel(name)).toBeUndefined();
});

test("release order follows the dates", () => {
  const dates = MODEL_IDS.map((id) => MODELS[id].released ?? "");
  expect(dates).toEqual([...dates].sort());
  expect(MODEL_IDS.map((id) => MODELS[id].releaseOrder)).toEqual(MODEL_IDS.map((_, index) => index + 1));
});
