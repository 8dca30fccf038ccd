import { expect, test } from "vitest";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { askedMotion } from "./asked-motion.ts";

const request = (change: object) =>
  ({ kind: "image2video", image: "asset_1", prompt: "", ...change }) as TaskRequest;
const camera_control = { type: "simple", config: { zoom: 4 } };
const dynamic_masks = [{ mask: "asset_2", trajectories: [] }];

test.each<[string, object, object | null]>([
  ["a picture alone", {}, null],
  ["a camera", { camera_control }, { masks: [], hasStillMask: false, camera: camera_control }],
  ["a camera before words alone", { kind: "text2video", camera_control }, { camera: camera_control }],
  ["a brush", { dynamic_masks }, { masks: dynamic_masks, hasStillMask: false, camera: null }],
  ["a still area alone", { static_mask: "asset_3" }, { masks: [], hasStillMask: true }],
  ["another kind", { kind: "video-extend" }, null],
])("%s", (_name, change, asked) => {
  if (asked === null) expect(askedMotion(request(change))).toBeNull();
  else expect(askedMotion(request(change))).toMatchObject(asked);
});
