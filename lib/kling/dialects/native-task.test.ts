import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseLossless, stringifyLossless } from "../json.ts";
import { checkRequest } from "../rules.ts";
import type { TaskView } from "../task-view.ts";
import {
  duplicateExternalTaskId,
  encodeError,
  errorOfViolations,
  nativeError,
  successEnvelope,
  taskNotFound,
} from "./native-envelope.ts";
import { decodeListQuery } from "./native-list.ts";
import { decodeTask } from "./native-read-task.ts";
import { encodeCreated, encodeTask, encodeTaskList } from "./native-task.ts";

const VIEW: TaskView = {
  id: "930831534075682845",
  externalTaskId: "my-1",
  kind: "text2video",
  status: "succeeded",
  createdAtMs: 1781080778802,
  updatedAtMs: 1781080794151,
  outputs: [{ id: "v1", label: "video", url: "https://example.com/v1.mp4", durationSeconds: "5.041" }],
  unitsDeducted: "1.5",
};

describe("a task told to a native client", () => {
  test("looks as upstream writes it: succeed, millisecond integers, duration as text", () => {
    expect(successEnvelope(encodeTask(VIEW), "req_1")).toEqual({
      code: 0,
      message: "SUCCEED",
      request_id: "req_1",
      data: {
        task_id: "930831534075682845",
        task_status: "succeed",
        task_status_msg: "",
        task_info: { external_task_id: "my-1" },
        task_result: { videos: [{ id: "v1", url: "https://example.com/v1.mp4", duration: "5.041" }] },
        final_unit_deduction: "1.5",
        created_at: 1781080778802,
        updated_at: 1781080794151,
      },
    });
  });

  test("has an empty result while unfinished or failed, and an empty task_info without an external id (live)", () => {
    const failed = encodeTask({
      ...VIEW,
      externalTaskId: undefined,
      status: "failed",
      statusMessage: "Failure to pass the risk control system",
    });
    expect(failed).toMatchObject({ task_status: "failed", task_result: {}, task_info: {} });
    expect(failed.task_status_msg).toBe("Failure to pass the risk control system");
    expect(encodeTask({ ...VIEW, status: "processing" }).task_result).toEqual({});
  });

  test("is created with five fields", () => {
    expect(encodeCreated({ ...VIEW, status: "submitted", externalTaskId: undefined })).toEqual({
      task_id: "930831534075682845",
      task_status: "submitted",
      task_info: {},
      created_at: 1781080778802,
      updated_at: 1781080794151,
    });
  });

  test("comes in lists without a total", () => {
    expect(encodeTaskList([VIEW, VIEW])).toEqual([encodeTask(VIEW), encodeTask(VIEW)]);
  });
});

describe("an upstream answer", () => {
  test("Kapon's sample create answer is read although it says success (S004)", () => {
    const body = {
      code: 0,
      message: "success",
      request_id: "req_1735558800_xyz789",
      data: {
        task_id: "task_01JGHM",
        task_status: "submitted",
        created_at: 1735558800000,
        updated_at: 1735558800000,
      },
    };
    expect(decodeTask(body, "text2video")).toMatchObject({
      ok: true,
      requestId: "req_1735558800_xyz789",
      value: { id: "task_01JGHM", status: "submitted", createdAtMs: 1735558800000, outputs: [] },
    });
  });

  test("a failed task is an answer and not a refusal: its message is SUCCEED, the reason is inside (live)", () => {
    const body = successEnvelope(
      encodeTask({ ...VIEW, status: "failed", statusMessage: "Image pixel is invalid" }),
      "r",
    );
    expect(decodeTask(body, "text2video")).toMatchObject({
      ok: true,
      value: { status: "failed", statusMessage: "Image pixel is invalid" },
    });
  });

  test("a code is a refusal whatever the HTTP status was", () => {
    expect(
      decodeTask(
        { code: 1303, message: "parallel task over resource pack limit", request_id: "r" },
        "text2video",
      ),
    ).toEqual({
      ok: false,
      code: 1303,
      message: "parallel task over resource pack limit",
      requestId: "r",
    });
  });

  test.each([
    ["a page of HTML", "<html>"],
    ["no code", { data: {} }],
    ["success without data", { code: 0, message: "SUCCEED", data: null }],
    ["no task id", { code: 0, data: { task_status: "submitted" } }],
    ["a status word of another dialect", { code: 0, data: { task_id: "1", task_status: "completed" } }],
  ])("%s is not understood, and carries no code", (_, body) => {
    expect(decodeTask(body, "text2video")).toMatchObject({ ok: false, code: undefined });
  });

  test("an id beyond 2^53 and times as texts are read exactly", () => {
    const body = parseLossless(
      '{"code":0,"data":{"task_id":842130978230767622,"task_status":"processing","created_at":"1781080778802"}}',
    );
    expect(decodeTask(body, "text2video")).toMatchObject({
      ok: true,
      value: { id: "842130978230767622", createdAtMs: 1781080778802, updatedAtMs: 1781080778802 },
    });
  });

  test("decode(encode(x)) is x for every task, over the wire", () => {
    const decimal = fc.integer({ min: 1, max: 99_999 }).map((thousandths) => String(thousandths / 1000));
    const ms = fc.integer({ min: 0, max: 4_000_000_000_000 });
    const name = fc.string({ minLength: 1, maxLength: 30 });
    const video = fc.record({
      id: name,
      label: fc.constant("video" as const),
      url: fc.webUrl(),
      watermarkUrl: fc.option(fc.webUrl(), { nil: undefined }),
      durationSeconds: decimal,
    });
    const view: fc.Arbitrary<TaskView> = fc
      .record({
        id: name,
        kind: fc.constant("text2video" as const),
        externalTaskId: fc.option(name, { nil: undefined }),
        status: fc.constantFrom(
          "submitted" as const,
          "processing" as const,
          "succeeded" as const,
          "failed" as const,
        ),
        statusMessage: fc.option(name, { nil: undefined }),
        createdAtMs: ms,
        updatedAtMs: ms,
        outputs: fc.array(video, { maxLength: 3 }),
        hasWatermark: fc.option(fc.boolean(), { nil: undefined }),
        unitsDeducted: fc.option(decimal, { nil: undefined }),
      })
      .map((task) => (task.status === "succeeded" ? task : { ...task, outputs: [] }));
    fc.assert(
      fc.property(view, (task) => {
        const wire = stringifyLossless(successEnvelope(encodeTask(task), "req_1"));
        expect(decodeTask(parseLossless(wire), "text2video")).toEqual({
          ok: true,
          value: task,
          requestId: "req_1",
        });
      }),
    );
  });
});

describe("errors", () => {
  test("an unknown id and a used external id answer as the live server does: 400 and 1201 (§10.5 #41)", () => {
    expect(encodeError(taskNotFound("abc"), "r")).toEqual({
      httpStatus: 400,
      body: { code: 1201, message: "Task not found by id/external id: abc", request_id: "r" },
    });
    expect(encodeError(duplicateExternalTaskId("my-1"), "r")).toMatchObject({
      httpStatus: 400,
      body: { code: 1201, message: "External_task_id my-1 already exists" },
    });
  });

  test("a bare code brings upstream's own words", () => {
    expect(encodeError(nativeError(1202), "r")).toMatchObject({
      httpStatus: 404,
      body: { message: "Invalid request method" },
    });
  });

  test("the first violation that stops a request becomes a 1201 that names its field", () => {
    const stopped = checkRequest({
      kind: "text2video",
      model_name: "kling-v1",
      prompt: "x",
      duration: "5",
      sound: "on",
    });
    expect(errorOfViolations(stopped)).toEqual({
      code: 1201,
      message: "sound: Kling 1.0 does not support sound",
    });
    expect(errorOfViolations([])).toBeUndefined();
  });
});

describe("list pages", () => {
  test.each([
    ["", 1, 30],
    ["pageNum=2&pageSize=500", 2, 500],
    ["pageNum=&pageSize=", 1, 30],
    ["pageNum=1000", 1000, 30],
  ])("?%s is page %i of %i", (query, pageNum, pageSize) => {
    expect(decodeListQuery(new URLSearchParams(query))).toEqual({ ok: true, pageNum, pageSize });
  });

  test.each(["pageNum=0", "pageNum=1001", "pageSize=501", "pageSize=-1", "pageNum=1.5", "pageNum=x"])(
    "?%s is 1201",
    (query) => {
      expect(decodeListQuery(new URLSearchParams(query))).toMatchObject({ ok: false, code: 1201 });
    },
  );
});
