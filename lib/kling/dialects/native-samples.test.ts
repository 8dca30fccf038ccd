import { describe, expect, test } from "vitest";
import { checkTask } from "../kinds/check-task.ts";
import { NO_FACTS } from "../kinds/kind.ts";
import { type ClipRequest, clipRequestSchema } from "../requests/clip.ts";
import { checkRequest } from "../rules.ts";
import type { ClipKind } from "../task-kinds.ts";
import { isSendable } from "../violation.ts";
import { decodeCreate } from "./native-create.ts";

function decoded(kind: ClipKind, body: unknown): ClipRequest {
  const result = decodeCreate(kind, body);
  if (!result.ok) throw new Error(result.message);
  return clipRequestSchema.parse(result.request);
}

describe("samples of the documents", () => {
  const HOST = "https://example.com";

  test("Kapon, first frame (S004): runs, the ratio is kept and told to have no effect", () => {
    const body = {
      model_name: "kling-v1",
      image: `${HOST}/first-frame.jpg`,
      prompt: "A mouse runs toward the camera, smiling and blinking",
      mode: "std",
      duration: "5",
      aspect_ratio: "16:9",
    } as const;
    expect(decoded("image2video", body)).toEqual({ kind: "image2video", ...body });
    expect(isSendable(checkRequest(decoded("image2video", body)))).toBe(true);
  });

  test("Kapon, first and end frame at pro 10 s (S004): outside the map, so only a lenient policy runs it (§10.5 #36)", () => {
    const request = decoded("image2video", {
      model_name: "kling-v1",
      image: `${HOST}/child.jpg`,
      image_tail: `${HOST}/adult.jpg`,
      prompt: "A little girl grows up",
      mode: "pro",
      duration: "10",
      aspect_ratio: "16:9",
    });
    expect(checkRequest(request)[0]?.code).toBe("end_frame_unsupported");
    expect(isSendable(checkRequest(request, "strict"))).toBe(false);
    expect(isSendable(checkRequest(request, "warn"))).toBe(true);
  });

  /** The gateway's bodies in native terms: `model` → `model_name`, `seconds` → `duration` (api-reference §10.3). */
  test.each([
    ["text2video", { prompt: "一只可爱的猫咪在花园里玩耍，阳光明媚", mode: "pro", aspect_ratio: "16:9" }],
    [
      "text2video",
      { prompt: "海浪拍打沙滩，海鸥在天空飞翔", sound: "on", mode: "pro", aspect_ratio: "16:9" },
    ],
    ["image2video", { image: `${HOST}/start.jpg`, prompt: "画面中的人物开始跳舞", mode: "pro" }],
    [
      "image2video",
      { image: `${HOST}/start.jpg`, image_tail: `${HOST}/end.jpg`, prompt: "坐下", mode: "pro" },
    ],
  ] as const)("unified gateway, %s %j (S003): runs", (kind, sample) => {
    const body = { model_name: "Kling-V2-6", duration: "5", ...sample };
    expect(checkRequest(decoded(kind, body)).filter((it) => it.severity === "error")).toEqual([]);
  });

  test.each([
    [
      "text2video",
      "Kling-V2-6",
      { prompt: "森林中的小溪", mode: "std", camera_control: { type: "forward_up" } },
    ],
    [
      "image2video",
      "Kling-V2-6",
      { image: `${HOST}/s.jpg`, prompt: "动", static_mask: `${HOST}/m.png`, mode: "pro" },
    ],
    [
      "image2video",
      "kling-v2-master",
      {
        image: `${HOST}/landscape.jpg`,
        prompt: "zoom",
        camera_control: { type: "simple", config: { zoom: 5 } },
      },
    ],
  ] as const)(
    "%s of %s with %j (S003, S004) is outside the map: only a lenient policy runs it",
    (kind, model_name, sample) => {
      const decodedCreate = decodeCreate(kind, { model_name, ...sample });
      if (!decodedCreate.ok) throw new Error(decodedCreate.message);
      const judge = (policy: "strict" | "warn") =>
        checkTask(decodedCreate.request, { policy, facts: NO_FACTS });
      expect(isSendable(judge("strict"))).toBe(false);
      expect(isSendable(judge("warn"))).toBe(true);
    },
  );

  /** Gateway bodies of S002 in native terms (api-reference §10.2). */
  test.each([
    [
      "text2video",
      {
        mode: "std",
        sound: "off",
        aspect_ratio: "16:9",
        duration: 5,
        cfg_scale: 0.5,
        shot_type: "customize",
      },
    ],
    [
      "image2video",
      { mode: "pro", sound: "on", image: `${HOST}/start-frame.png`, duration: 6, cfg_scale: 0.6 },
    ],
    [
      "image2video",
      { mode: "pro", sound: "off", image: `${HOST}/a.png`, image_tail: `${HOST}/b.png`, duration: 8 },
    ],
  ] as const)("kling-v3 gateway, %s %j (S002): runs", (kind, sample) => {
    const request = decoded(kind, { model_name: "kling-v3", prompt: "A wide cinematic shot", ...sample });
    expect(checkRequest(request)).toEqual([]);
  });
});
