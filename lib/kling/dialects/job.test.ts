import { describe, expect, test } from "vitest";
import { BUSINESS_CODES } from "../codes.ts";
import type { TaskView } from "../task-view.ts";
import { encodeJobError } from "./job-error.ts";
import { decodeJob } from "./job-read.ts";
import { encodeJob, encodeJobCreated } from "./job-view.ts";
import { inWordsOf } from "./job-words.ts";

const CREATED = Date.UTC(2025, 0, 13, 10, 0, 0, 0);

const RUNNING: TaskView = {
  id: "task_abc123",
  kind: "text2video",
  askedModel: "Kling-V2.6",
  status: "processing",
  progress: 0.429,
  createdAtMs: CREATED,
  updatedAtMs: CREATED,
  outputs: [],
};

const DONE: TaskView = {
  ...RUNNING,
  status: "succeeded",
  progress: 1,
  updatedAtMs: CREATED + 180_000,
  finishedAtMs: CREATED + 180_000,
  outputs: [
    {
      id: "output_1",
      label: "video",
      url: "https://example.com/output.mp4",
      durationSeconds: "5",
      widthPx: 1920,
      heightPx: 1080,
    },
  ],
};

describe("a job in one body for both documents", () => {
  test("the answer to a create has the fields of S003 and what S002 promises of every job", () => {
    expect(encodeJobCreated({ ...RUNNING, status: "submitted", progress: 0 })).toEqual({
      id: "task_abc123",
      task_id: "task_abc123",
      object: "video.generation.job",
      model: "Kling-V2.6",
      status: "pending",
      progress: 0,
      created_at: "2025-01-13T10:00:00.000000Z",
    });
  });

  test("a finished job is the sample of S002 and the sample of S003 (§10.5 #19)", () => {
    const job = encodeJob(DONE);
    expect(job).toMatchObject({
      id: "task_abc123",
      task_id: "task_abc123",
      object: "video.generation.job",
      model: "Kling-V2.6",
      status: "completed",
      progress: 100,
      created_at: "2025-01-13T10:00:00.000000Z",
      completed_at: "2025-01-13T10:03:00.000000Z",
      video_url: "https://example.com/output.mp4",
      usage: { seconds: 5, video_count: 1, size: "1920*1080" },
      raw_response: { code: 0, data: { task_id: "task_abc123", task_status: "succeed" } },
    });
    expect(job).not.toHaveProperty("error");
  });

  test("a running job tells how far it is and nothing of a result", () => {
    const job = encodeJob(RUNNING);
    expect(job).toMatchObject({ status: "processing", progress: 42 });
    expect(Object.keys(job)).not.toEqual(expect.arrayContaining(["video_url"]));
    expect(encodeJob({ ...RUNNING, progress: 1 }).progress).toBe(99);
    expect(encodeJob({ ...RUNNING, progress: undefined }).progress).toBe(0);
  });

  test("a failed job says why, as a text", () => {
    const job = encodeJob({ ...RUNNING, status: "failed", statusMessage: "内容审核未通过" });
    expect(job).toMatchObject({ status: "failed", error: "内容审核未通过" });
    expect(job).not.toHaveProperty("raw_response");
  });

  test("a task without a video is complete all the same, its pictures in Kling's own answer", () => {
    const outputs = [{ id: "1", label: "image" as const, url: "https://example.com/1.png" }];
    const job = encodeJob({ ...DONE, kind: "image-generation", outputs });
    expect(job).not.toHaveProperty("video_url");
    const images = [{ index: 0, url: "https://example.com/1.png" }];
    expect(job).toMatchObject({ status: "completed", raw_response: { data: { task_result: { images } } } });
  });
});

describe("reading a job", () => {
  test.each([RUNNING, DONE, { ...RUNNING, status: "failed" as const, statusMessage: "no" }])(
    "$status",
    (view) => {
      const progress = Math.floor((view.progress ?? 0) * 100) / 100;
      const outputs = view.outputs.map((output) => ({ ...output, id: "" }));
      expect(decodeJob(encodeJob(view), view.kind)).toEqual({
        ok: true,
        value: { ...view, progress, outputs },
        requestId: undefined,
      });
    },
  );

  test.each([
    ["queued", "submitted"],
    ["in_progress", "processing"],
    ["completed", "succeeded"],
  ])("a sibling's word %s is our %s", (status, ours) => {
    expect(decodeJob({ task_id: 7, status }, "text2video")).toMatchObject({
      value: { id: "7", status: ours },
    });
  });

  test("Kling's own words and the new standard's are not this dialect's (§10.5 #40)", () => {
    for (const status of ["succeed", "succeeded", "submitted", undefined]) {
      expect(decodeJob({ id: "1", status }, "text2video")).toMatchObject({ ok: false, code: undefined });
    }
  });

  test("what no gateway would send is not understood, whatever it is", () => {
    for (const body of [null, "completed", [], {}, { id: {} }]) {
      expect(decodeJob(body, "text2video")).toMatchObject({ ok: false, code: undefined });
    }
  });

  test("a refusal is read back with its code", () => {
    const { body } = encodeJobError({ code: 1201, message: "model is required", field: "model" }, "req_1");
    const refusal = { ok: false, code: 1201, message: "model is required", requestId: "req_1" };
    expect(decodeJob(body, "text2video")).toEqual(refusal);
    const openAi = { error: { message: "no such job", code: "1203" } };
    expect(decodeJob(openAi, "text2video")).toMatchObject({ ok: false, code: 1203, message: "no such job" });
  });
});

describe("a refusal on the paths of jobs", () => {
  test("carries the code where OpenAI's clients and where Kling's look for it", () => {
    expect(encodeJobError({ code: 1201, message: "seconds is wrong", field: "seconds" }, "req_1")).toEqual({
      httpStatus: 400,
      body: {
        error: { message: "seconds is wrong", type: "invalid_request_error", code: 1201, param: "seconds" },
        code: 1201,
        message: "seconds is wrong",
        request_id: "req_1",
      },
    });
  });

  test.each([
    ["unified", "duration: wrong", "seconds: wrong", "seconds"],
    ["unified", "image_list[1].type: wrong", "image_list[1].type: wrong", "image_list[1].type"],
    ["generations", "image_tail: wrong", "last_image: wrong", "last_image"],
    [
      "generations",
      "multi_prompt[0].prompt: a: b",
      "extra_body.multi_prompt[0].prompt: a: b",
      "extra_body.multi_prompt[0].prompt",
    ],
    ["native", "duration: wrong", "duration: wrong", "duration"],
    ["unified", "File is not in a valid base64 format", "File is not in a valid base64 format", undefined],
    ["unified", "Task not found by id/external id: 1", "Task not found by id/external id: 1", undefined],
  ] as const)("names the field as a client of %s wrote it: %s", (dialect, message, named, field) => {
    expect(inWordsOf(dialect, { code: 1201, message })).toEqual({
      code: 1201,
      message: named,
      ...(field !== undefined && { field }),
    });
  });

  test.each([...BUSINESS_CODES.values()].filter(({ code }) => code !== 0))(
    "code $code keeps HTTP $httpStatus and has a type",
    ({ code, httpStatus, message }) => {
      // The table's own keys are the known codes.
      const refusal = encodeJobError({ code: code as 1200, message }, "req_1");
      expect(refusal).toMatchObject({ httpStatus, body: { code, error: { code, param: null } } });
      expect(refusal.body.error.type).toMatch(/_error$|^insufficient_quota$/);
    },
  );
});
