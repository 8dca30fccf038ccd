import { expect, test } from "vitest";
import type { TaskView } from "#lib/kling/task-view.ts";
import { callbackBody } from "./callback-body.ts";

const AT = new Date(1_781_080_778_802);

const DONE: TaskView = {
  id: "task_1",
  kind: "text2video",
  externalTaskId: "order-7",
  status: "succeeded",
  createdAtMs: 1_781_080_770_000,
  updatedAtMs: 1_781_080_794_151,
  outputs: [
    { id: "output_1", label: "video", url: "https://studio.example.com/v", durationSeconds: "5.041" },
  ],
  unitsDeducted: "1",
};

test("a finished task is told as a query would tell it, without an envelope", () => {
  expect(JSON.parse(callbackBody(DONE, { status: "succeed", at: AT }))).toEqual({
    task_id: "task_1",
    task_status: "succeed",
    task_status_msg: "",
    created_at: 1_781_080_770_000,
    updated_at: 1_781_080_794_151,
    final_unit_deduction: "1",
    task_info: { external_task_id: "order-7" },
    task_result: { videos: [{ id: "output_1", url: "https://studio.example.com/v", duration: "5.041" }] },
  });
});

test.each(["submitted", "processing", "failed"])(
  "what happened before is told as it was then: %s",
  (status) => {
    expect(JSON.parse(callbackBody(DONE, { status, at: AT }))).toEqual({
      task_id: "task_1",
      task_status: status,
      task_status_msg: status === "failed" ? "The task failed" : "",
      created_at: 1_781_080_770_000,
      updated_at: AT.getTime(),
      task_info: { external_task_id: "order-7" },
      task_result: {},
    });
  },
);
