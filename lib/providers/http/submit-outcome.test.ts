import { describe, expect, test } from "vitest";
import { decodeJob } from "#lib/kling/dialects/job-read.ts";
import { decodeTask } from "#lib/kling/dialects/native-read-task.ts";
import { outcomeOfRefusal, outcomeWithoutAnswer } from "./submit-outcome.ts";

/** What a create came to whose answer is no task, read as its dialect reads it. */
function outcomeOf(status: number, body: unknown, dialect: "native" | "unified" = "native") {
  const read = dialect === "native" ? decodeTask : decodeJob;
  const answer = read(body, "text2video");
  if (answer.ok) throw new Error("this is a task");
  return outcomeOfRefusal({ type: "answered", status, body }, answer);
}

const envelope = (code: number) => ({ code, message: `says ${code}`, request_id: "r" });

describe("an answer that is no task", () => {
  test.each([
    [1000, 401, false],
    [1102, 429, false],
    [1103, 403, false],
    [1201, 400, false],
    [1301, 400, false],
    [1302, 429, true],
    [1303, 429, true],
    [1304, 429, false],
  ])("code %s certainly opened nothing, whatever its HTTP status", (code, status, retryable) => {
    const refused = { kind: "refused", code, message: `says ${code}`, retryable };
    expect(outcomeOf(status, envelope(code))).toEqual(refused);
    expect(outcomeOf(200, envelope(code))).toEqual(refused);
    expect(outcomeOf(500, envelope(code))).toEqual(refused);
  });

  test.each([5000, 5001, 5002])("an internal error (%s) may have come after the task was opened", (code) => {
    expect(outcomeOf(500, envelope(code))).toMatchObject({ kind: "doubtful" });
    expect(outcomeOf(400, envelope(code))).toMatchObject({ kind: "doubtful" });
  });

  test.each([
    ["a page of HTML with 200", 200, undefined],
    ["half of the JSON with 200", 200, undefined],
    ["success without a task", 200, { code: 0, message: "SUCCEED", data: null }],
    ["a task without an id", 200, { code: 0, data: { task_status: "submitted" } }],
    ["a gateway's 502", 502, undefined],
    ["a code that nobody documents, with 200", 200, envelope(9999)],
    ["a time-out that a proxy tells", 408, undefined],
    ["a conflict", 409, {}],
  ])("%s is a doubt", (_, status, body) => {
    expect(outcomeOf(status, body)).toMatchObject({ kind: "doubtful" });
  });

  test.each([
    [401, 1002, false],
    [402, 1102, false],
    [403, 1103, false],
    [404, 1203, false],
    [413, 1201, false],
    [429, 1302, true],
    [302, 1200, false],
  ])("a refusal by HTTP status %s alone is told as %s", (status, code, retryable) => {
    expect(outcomeOf(status, undefined)).toEqual({
      kind: "refused",
      code,
      message: `HTTP ${status}`,
      retryable,
    });
  });

  test("a code that nobody documents is kept where the status says that nothing was done", () => {
    expect(outcomeOf(400, envelope(9999))).toMatchObject({ kind: "refused", code: 9999, retryable: false });
  });

  test("an empty account is told from too many requests, also in the words of OpenAI", () => {
    const error = (type: string) => ({ error: { message: "no", type, code: null, param: null } });
    expect(outcomeOf(429, error("insufficient_quota"), "unified")).toMatchObject({
      code: 1102,
      retryable: false,
    });
    expect(outcomeOf(429, error("rate_limit_error"), "unified")).toMatchObject({
      code: 1302,
      retryable: true,
    });
  });

  test("an upstream's text is passed on, but not a page of it", () => {
    const { message } = outcomeOf(400, { code: 1201, message: "x".repeat(10_000), request_id: "r" });
    expect(message).toHaveLength(500);
  });
});

test("without an answer, only a call that was never sent proves anything", () => {
  expect(outcomeWithoutAnswer({ type: "unreachable", message: "refused" })).toMatchObject({
    kind: "refused",
    retryable: true,
  });
  expect(outcomeWithoutAnswer({ type: "timeout", message: "late" }).kind).toBe("doubtful");
  expect(outcomeWithoutAnswer({ type: "broken", message: "cut" }).kind).toBe("doubtful");
});
