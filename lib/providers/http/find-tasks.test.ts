import { describe, expect, test } from "vitest";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { CLIP, NEVER, open, submission } from "./http-provider.fixture.ts";
import type { Sent } from "./sent.ts";

const ENVELOPE_OF_DUPLICATE = {
  code: 1201,
  message: "External_task_id fw-1 already exists",
  request_id: "r",
};
const DUPLICATE: Sent = { type: "answered", status: 400, body: ENVELOPE_OF_DUPLICATE };
const NOBODY: Sent = {
  type: "answered",
  status: 400,
  body: { code: 1201, message: "Task not found by id/external id: fw-1", request_id: "r" },
};

describe("a duplicate", () => {
  const found: Sent = {
    type: "answered",
    status: 200,
    body: {
      code: 0,
      data: { task_id: "77", task_status: "processing", task_info: { external_task_id: "fw-1" } },
    },
  };

  test("is the first task, and is told to whoever keeps count", async () => {
    const { provider, calls, duplicates } = open([DUPLICATE, found]);
    expect(await provider.submit(submission(CLIP))).toMatchObject({
      kind: "accepted",
      task: { upstreamTaskId: "77", state: "processing" },
    });
    expect(calls.map(({ path }) => path)).toEqual(["/v1/videos/text2video", "/v1/videos/text2video/fw-1"]);
    expect(duplicates()).toBe(1);
  });

  test("that cannot be found is a doubt, and never a refusal: the first one is paid", async () => {
    expect((await open([DUPLICATE, NOBODY]).provider.submit(submission(CLIP))).kind).toBe("doubtful");
    const lost: Sent = { type: "timeout", message: "late" };
    expect((await open([DUPLICATE, lost]).provider.submit(submission(CLIP))).kind).toBe("doubtful");
  });

  test("of a kind that is read by upstream's id alone is looked for among the newest", async () => {
    const lips: TaskRequest = {
      kind: "advanced-lip-sync",
      session_id: "s",
      face_choose: [
        { face_id: "0", audio_id: "a1", sound_start_time: 0, sound_end_time: 3000, sound_insert_time: 0 },
      ],
    };
    const other = { task_id: "76", task_status: "processing", task_info: {} };
    const mine = { task_id: "77", task_status: "processing", task_info: { external_task_id: "fw-1" } };
    const page: Sent = { type: "answered", status: 200, body: { code: 0, data: [other, mine] } };
    const { provider, calls } = open([NOBODY, page]);
    expect(await provider.findByExternalId("fw-1", lips, NEVER)).toMatchObject({ upstreamTaskId: "77" });
    expect(calls[1]).toMatchObject({ path: "/v1/videos/advanced-lip-sync", query: { pageNum: "1" } });
  });

  test("of anything but our id is an ordinary refusal", async () => {
    const taken = { code: 1201, message: "Element name boat already exists", request_id: "r" };
    const { provider, calls, duplicates } = open([{ type: "answered", status: 400, body: taken }]);
    expect(await provider.submit(submission(CLIP))).toMatchObject({ kind: "refused", code: 1201 });
    expect(calls).toHaveLength(1);
    expect(duplicates()).toBe(0);
  });

  test("makes a gateway class A once it was seen, and not before", () => {
    const gateway = { provider: "unified", preset: "unified" } as const;
    expect(open([], gateway).provider.submissionClass(CLIP)).toBe("A?");
    const seen = { ...gateway, deps: { sawDuplicateRefusal: true } };
    expect(open([], seen).provider.submissionClass(CLIP)).toBe("A");
    expect(open([]).provider.submissionClass(CLIP)).toBe("A");
  });
});

describe("a question", () => {
  const answered = (status: number, body: unknown): Sent => ({ type: "answered", status, body });

  test.each([
    [
      "the live server's words",
      answered(400, { code: 1201, message: "Task not found by id/external id: 1" }),
    ],
    ["the table's code", answered(404, { code: 1203, message: "no such task" })],
    ["a gateway's words", answered(404, { code: 404, message: "task does not exist" })],
  ])("is answered with no by %s", async (_, sent) => {
    expect(await open([sent]).provider.query("1", CLIP, NEVER)).toBeNull();
  });

  test.each([
    ["a 404 of something in between", answered(404, undefined)],
    ["another wrong value", answered(400, { code: 1201, message: "pageSize is wrong" })],
    ["a broken upstream", answered(500, { code: 5000, message: "Internal server error" })],
    ["a refused credential", answered(401, { code: 1002, message: "Authorization is invalid" })],
    ["HTML with 200", answered(200, undefined)],
    ["silence", { type: "timeout", message: "late" }],
    ["a cut", { type: "broken", message: "cut" }],
    ["an upstream that is away", { type: "unreachable", message: "refused" }],
  ] satisfies [string, Sent][])("is not answered by %s", async (_, sent) => {
    await expect(open([sent]).provider.query("1", CLIP, NEVER)).rejects.toMatchObject({
      code: "provider_unavailable",
      retryable: true,
    });
  });
});

describe("many tasks", () => {
  const asked = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ upstreamTaskId: String(index), request: CLIP }));
  const page = (ids: readonly number[]): Sent => ({
    type: "answered",
    status: 200,
    body: { code: 0, data: ids.map((id) => ({ task_id: String(id), task_status: "processing" })) },
  });
  const range = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);

  test("are read with a page for up to five hundred, and no page more than needed", async () => {
    const { provider, calls } = open([page(range(0, 500)), page(range(500, 500)), page([])]);
    expect((await provider.queryMany?.(asked(1000), NEVER))?.size).toBe(1000);
    expect(calls.map(({ query }) => query)).toEqual([
      { pageNum: "1", pageSize: "500" },
      { pageNum: "2", pageSize: "500" },
    ]);
  });

  test("that are older than what the pages hold are left to be asked for alone", async () => {
    const { provider, calls } = open([page(range(1000, 30)), page(range(2000, 30)), page(range(3000, 30))]);
    expect((await provider.queryMany?.(asked(3), NEVER))?.size).toBe(0);
    expect(calls).toHaveLength(2);
  });

  test("are not listed where no page says that the upstream can", () => {
    expect(open([], { preset: "kapon" }).provider.queryMany).toBeUndefined();
    expect(open([], { provider: "unified", preset: "unified" }).provider.queryMany).toBeUndefined();
  });
});
