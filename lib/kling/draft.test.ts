import { describe, expect, test } from "vitest";
import { everyRequest, MASKS, PICTURE } from "./combinations.fixture.ts";
import { defaultDraft, fromRequest, masksOf, toRequest } from "./draft.ts";
import { DEFAULT_MODE } from "./fields.ts";
import { MODELS } from "./models.ts";
import type { ClipRequest } from "./requests/clip.ts";
import { checkRequest } from "./rules.ts";

/** The request with upstream's defaults written out and settings without a control taken away. */
function normal(request: ClipRequest): ClipRequest {
  const { mode, sound, cfg_scale, aspect_ratio, ...rest } = request;
  const { hasMode, family } = MODELS[request.model_name];
  const hasSound = ["kling-v2-6", "kling-v3"].includes(request.model_name) || sound === "on";
  const isListed = MODELS[request.model_name].paths.some((path) => path === request.kind);
  return {
    ...rest,
    ...(hasMode && { mode: mode ?? DEFAULT_MODE }),
    ...(hasSound && { sound: sound ?? "off" }),
    ...(family === "v1" && isListed && cfg_scale !== undefined && { cfg_scale }),
    ...(request.kind === "text2video" && { aspect_ratio: aspect_ratio ?? "16:9" }),
  };
}

describe("a draft", () => {
  test("made from any request makes the same request again, with the defaults written out", () => {
    for (const request of everyRequest()) {
      const again = toRequest(fromRequest(request), masksOf(request));
      if (JSON.stringify(sorted(again)) !== JSON.stringify(sorted(normal(request)))) {
        expect(again).toEqual(normal(request));
      }
    }
  });

  test("survives being stored as JSON", () => {
    const draft = { ...defaultDraft("image2video"), image: PICTURE, prompt: "纸船" };
    expect(JSON.parse(JSON.stringify(draft))).toEqual(draft);
  });

  test("starts with the newest model and lacks only what must be typed", () => {
    expect(defaultDraft("text2video").model_name).toBe("kling-v3");
    expect(checkRequest(toRequest(defaultDraft("text2video"))).map((it) => it.code)).toEqual([
      "prompt_required",
    ]);
  });

  test("keeps the picture while text2video is chosen, without sending it", () => {
    const draft = { ...defaultDraft("image2video"), image: PICTURE };
    const asText = toRequest({ ...draft, kind: "text2video" });
    expect(asText).not.toHaveProperty("image");
    expect(toRequest({ ...draft, kind: "image2video" })).toHaveProperty("image", PICTURE);
  });

  test("sends one guide of three and keeps the others", () => {
    const draft = { ...defaultDraft("image2video"), image: PICTURE, image_tail: PICTURE, camera_value: -3 };
    const sent = (guide: "frames" | "brush" | "camera") =>
      Object.keys(toRequest({ ...draft, guide }, MASKS)).filter((name) => GUIDE_FIELDS.includes(name));
    expect(sent("frames")).toEqual(["image_tail"]);
    expect(sent("brush")).toEqual(["static_mask", "dynamic_masks"]);
    expect(sent("camera")).toEqual(["camera_control"]);
    const asText = toRequest({ ...draft, kind: "text2video", guide: "brush" }, MASKS);
    expect(Object.keys(asText).filter((name) => GUIDE_FIELDS.includes(name))).toEqual([]);
  });

  test("sends no movement of the camera before one is chosen, and none of the other axes", () => {
    const draft = { ...defaultDraft("text2video"), guide: "camera" } as const;
    expect(toRequest(draft)).not.toHaveProperty("camera_control");
    const moving = { ...draft, camera_axis: "pan", camera_value: 4 } as const;
    expect(toRequest(moving).camera_control).toEqual({ type: "simple", config: { pan: 4 } });
    const ready = { ...moving, camera_type: "forward_up" } as const;
    expect(toRequest(ready).camera_control).toEqual({ type: "forward_up" });
  });

  test("sends neither blanks nor settings that the model has no control for", () => {
    const draft = { ...defaultDraft("text2video"), negative_prompt: "  ", cfg_scale: 0.7 };
    expect(toRequest({ ...draft, model_name: "kling-v2-master" })).toEqual({
      kind: "text2video",
      model_name: "kling-v2-master",
      duration: "5",
      aspect_ratio: "16:9",
    });
    expect(toRequest({ ...draft, model_name: "kling-v1" })).toHaveProperty("cfg_scale", 0.7);
  });

  test("never silently loses a sound that the model cannot make", () => {
    expect(toRequest({ ...defaultDraft("text2video"), model_name: "kling-v1", sound: "on" })).toHaveProperty(
      "sound",
      "on",
    );
  });
});

const GUIDE_FIELDS = ["image_tail", "static_mask", "dynamic_masks", "camera_control"];

function sorted(request: ClipRequest): [string, unknown][] {
  return Object.entries(request).sort(([a], [b]) => a.localeCompare(b));
}
