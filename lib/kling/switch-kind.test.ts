import { expect, test } from "vitest";
import { PICTURE } from "./combinations.fixture.ts";
import { combinationOfDraft, defaultDraft } from "./draft.ts";
import { DURATIONS, MODES } from "./fields.ts";
import { GUIDES } from "./guides.ts";
import { MODEL_IDS } from "./models.ts";
import { switchKind } from "./switch-kind.ts";
import { CLIP_KINDS } from "./task-kinds.ts";
import { refusals } from "./verdict.ts";

test("a draft is legal after every switch of kind", () => {
  for (const kind of CLIP_KINDS) {
    for (const model_name of MODEL_IDS) {
      for (const mode of MODES) {
        for (const duration of DURATIONS) {
          const draft = {
            ...defaultDraft("image2video"),
            model_name,
            mode,
            duration,
            image: PICTURE,
            image_tail: PICTURE,
          };
          for (const guide of GUIDES) {
            const switched = switchKind({ ...draft, sound: "on", guide, camera_type: "forward_up" }, kind);
            expect(refusals(combinationOfDraft(switched)), JSON.stringify(draft)).toEqual([]);
          }
        }
      }
    }
  }
});

test("a model that does pictures only gives way to its nearest sibling, and everything else stays", () => {
  const draft = {
    ...defaultDraft("image2video"),
    model_name: "kling-v1-5" as const,
    image: PICTURE,
    prompt: "a boat",
  };
  expect(switchKind(draft, "text2video")).toEqual({ ...draft, kind: "text2video", model_name: "kling-v1-6" });
});

test("what is painted is chosen again when the kind comes back, on a model that takes it", () => {
  const painted = {
    ...defaultDraft("image2video"),
    model_name: "kling-v1-5" as const,
    mode: "pro" as const,
    guide: "brush" as const,
  };
  expect(switchKind(switchKind(painted, "text2video"), "image2video")).toEqual(painted);
});
