import { describe, expect, test } from "vitest";
import { omniVideoSchema } from "../requests/omni-video.ts";
import { applyChange } from "./apply-change.ts";
import { choiceIn } from "./choice-in.ts";
import { form } from "./omni-video-form.ts";
import { statusOf } from "./status-of.ts";
import { listAt, type ToolDraft, writePath } from "./tool-draft.ts";
import { initialDraft, requestOf, writePatch } from "./tool-form.ts";

const SITUATION = { known: {}, policy: "strict", book: null } as const;
const A = "asset_01JCQZZZZZZZZZZZZZZZZZZZZA";
const B = "asset_01JCQZZZZZZZZZZZZZZZZZZZZB";

describe("the form of omni-video", () => {
  test("lets the first frame give the clip its shape, and names pictures in the order of their list", () => {
    const draft = draftWith({
      image_list: [{ image_url: A }, { image_url: B, type: "first_frame" }],
      prompt: "Like <<<image_1>>>, from <<<image_2>>>",
    });
    expect(statusOf(form, draft, SITUATION).violations).toEqual([]);
    expect(requestOf(form, draft)).not.toHaveProperty("aspect_ratio");
    expect(omniVideoSchema.safeParse(requestOf(form, draft)).success).toBe(true);
  });

  test("refuses an end frame without a first one, and its fix makes a first one of what is there", () => {
    const draft = draftWith({ image_list: [{ image_url: A }, { image_url: B, type: "end_frame" }] });
    const [refused] = statusOf(form, draft, SITUATION).violations;
    expect(refused).toMatchObject({ code: "end_frame_alone", path: "image_list" });
    const fixed = applyChange(form, draft, refused?.fix?.patch ?? {});
    expect(fixed.image_list).toEqual([
      { image_url: A, type: "first_frame" },
      { image_url: B, type: "end_frame" },
    ]);
    const alone = applyChange(form, draftWith({ image_list: [{ image_url: B, type: "end_frame" }] }), {
      frames: "first_end",
    });
    expect(alone.image_list).toEqual([{ image_url: B, type: "first_frame" }]);
  });

  test("takes the frames away where a video is edited, and keeps the pictures to refer to", () => {
    const draft = draftWith({ image_list: [{ image_url: A, type: "first_frame" }, { image_url: B }] });
    const choice = choiceIn(form, draft, { name: "video", value: "base" });
    if (choice.allowed || choice.fix === undefined) throw new Error("not refused, or without a fix");
    expect(listAt(applyChange(form, draft, choice.fix.patch), "image_list")).toEqual([{ image_url: B }]);
  });

  test("forgets what a video is for with the video, and knows it again with the next one", () => {
    const draft = draftWith({
      video_list: [{ video_url: A, refer_type: "feature", keep_original_sound: "yes" }],
    });
    const without = writePath(draft, "video_list[0].video_url", undefined);
    expect(requestOf(form, without)).not.toHaveProperty("video_list");
    expect(requestOf(form, writePath(without, "video_list[0].video_url", B))).toMatchObject({
      video_list: [{ video_url: B, refer_type: "feature", keep_original_sound: "yes" }],
    });
  });

  test("asks for the words of every shot, and fits the shots to the clip in one press", () => {
    const inShots = writePatch(draftWith({}), { multi_shot: true, shot_type: "customize", duration: "8" });
    const missing = statusOf(form, inShots, SITUATION).violations.filter(({ class: it }) => it === "missing");
    expect(missing.map(({ path }) => path)).toEqual(["multi_prompt[0].prompt", "multi_prompt[1].prompt"]);
    const shots = listAt(inShots, "multi_prompt").map((shot) => ({ ...(shot as object), prompt: "a boat" }));
    const written = writePath(inShots, "multi_prompt", shots);
    const [refused] = statusOf(form, written, SITUATION).violations;
    expect(refused).toMatchObject({ code: "shot_durations", fix: { label: { en: "Fit the shots to 8 s" } } });
    const fitted = applyChange(form, written, refused?.fix?.patch ?? {});
    expect(statusOf(form, fitted, SITUATION).violations).toEqual([]);
    expect(requestOf(form, fitted)).not.toHaveProperty("prompt");
  });

  test("keeps the shots that are written while the clip is made in one, and leaves them out", () => {
    const shots = [{ index: 1, prompt: "a boat", duration: "5" }];
    const draft = draftWith({ multi_prompt: shots });
    expect(draft.multi_prompt).toEqual(shots);
    expect(requestOf(form, draft)).not.toHaveProperty("multi_prompt");
  });
});

function draftWith(patch: Readonly<Record<string, unknown>>): ToolDraft {
  return writePatch(initialDraft(form), { prompt: "a boat", ...patch });
}
