import { expect, test } from "vitest";
import { taskRequestSchema } from "./request.ts";
import { mediaOf, replaceMedia } from "./request-media.ts";

const ASSET = "asset_01JCQZZZZZZZZZZZZZZZZZZZZA";

const BRUSH = taskRequestSchema.parse({
  kind: "image2video",
  model_name: "kling-v1",
  duration: "5",
  image: ASSET,
  static_mask: "https://example.com/static.png",
  dynamic_masks: [
    {
      mask: "aGVsbG8=",
      trajectories: [
        { x: 1, y: 2 },
        { x: 3, y: 4 },
      ],
    },
    {
      mask: "d29ybGQ=",
      trajectories: [
        { x: 1, y: 2 },
        { x: 3, y: 4 },
      ],
    },
  ],
});

test("every file of a request is found, however deep it stands", () => {
  expect(mediaOf(BRUSH).map(({ path, field }) => [path, field.type])).toEqual([
    ["image", "image"],
    ["static_mask", "mask"],
    ["dynamic_masks[0].mask", "mask"],
    ["dynamic_masks[1].mask", "mask"],
  ]);
});

test("a file is exchanged where it stands and nowhere else", () => {
  const replaced = replaceMedia(BRUSH, new Map([["dynamic_masks[1].mask", ASSET]]));
  expect(replaced).toEqual({
    ...BRUSH,
    dynamic_masks: [
      {
        mask: "aGVsbG8=",
        trajectories: [
          { x: 1, y: 2 },
          { x: 3, y: 4 },
        ],
      },
      {
        mask: ASSET,
        trajectories: [
          { x: 1, y: 2 },
          { x: 3, y: 4 },
        ],
      },
    ],
  });
});
