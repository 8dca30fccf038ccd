import { expect, test } from "vitest";
import { parseLossless } from "#lib/kling/json.ts";
import type { TaskView } from "#lib/kling/task-view.ts";
import { providerTaskOf } from "./provider-task.ts";

const NOW_MS = 1_781_080_794_151;
const DAY_MS = 24 * 60 * 60 * 1000;

const VIEW: TaskView = {
  id: "930831534075682845",
  kind: "omni-image",
  status: "succeeded",
  createdAtMs: NOW_MS - DAY_MS,
  updatedAtMs: NOW_MS,
  unitsDeducted: "2.4",
  outputs: [
    { id: "", label: "image", url: "https://cdn.example.com/1.png" },
    { id: "", label: "image", url: "https://cdn.example.com/2.png" },
    { id: "v9", label: "video", url: "https://cdn.example.com/v.mp4", durationSeconds: "3.041" },
  ],
};

const told = (view: Partial<TaskView>, raw: unknown = {}) =>
  providerTaskOf({ ...VIEW, ...view }, { raw, nowMs: NOW_MS });

test("files keep upstream's id, or get one of their own where it has none", () => {
  const { outputs, chargedUnits, progress } = told({});
  expect(outputs.map(({ id }) => id)).toEqual(["930831534075682845-1", "930831534075682845-2", "v9"]);
  expect(outputs.map(({ durationSeconds }) => durationSeconds)).toEqual([null, null, 3.041]);
  expect({ chargedUnits, progress }).toEqual({ chargedUnits: 2.4, progress: 1 });
});

test.each([
  ["as upstream says", NOW_MS - DAY_MS, 29],
  ["unknown", 0, 30],
  ["in seconds instead of milliseconds", 1_781_080_778, 30],
  ["in the future", NOW_MS + 3 * DAY_MS, 30],
])("results die thirty days after a birth that is %s", (_, createdAtMs, days) => {
  expect(told({ createdAtMs }).outputs[0]?.dies).toEqual(new Date(NOW_MS + days * DAY_MS));
});

test("a failure has no files; refused content has the code that stands for it", () => {
  const failed = told({ status: "failed", statusMessage: "Image pixel is invalid" });
  expect(failed).toMatchObject({ failure: { code: null, message: "Image pixel is invalid" }, outputs: [] });
  expect(
    told({ status: "failed", statusMessage: "Failure to pass the risk control system" }).failure?.code,
  ).toBe(1301);
});

test("ids beyond 2^53 stay whole in what people read", () => {
  const raw = parseLossless('{"data":{"elements":[{"element_id":842130978230767622}]}}');
  expect(JSON.stringify(told({}, raw).raw)).toBe(
    '{"data":{"elements":[{"element_id":"842130978230767622"}]}}',
  );
});
