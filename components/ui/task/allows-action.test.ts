import { describe, expect, test } from "vitest";
import type { Principal, Role } from "#lib/contract/permissions.ts";
import type { TaskStatus } from "#lib/contract/task-status.ts";
import { allowsAction } from "./allows-action.ts";

const someoneElse = { id: "user_bob", name: "Bob" };

function member(role: Role): Principal {
  return { kind: "member", teamId: "team_1", userId: "user_ada", memberId: "member_1", role };
}

function task(status: TaskStatus, trashedAt: string | null = null) {
  return { status, trashedAt, createdBy: someoneElse, failure: null, priority: 0 };
}

const unfetched = { code: "output_unusable", message: "", retryable: true };

describe("allowsAction", () => {
  test.each([
    ["queued", "cancel"],
    ["failed", "retry"],
    ["canceled", "retry"],
    ["unknown", "checkAgain"],
    ["unknown", "submitAnyway"],
    ["unknown", "markCharged"],
    ["queued", "putBefore"],
    ["queued", "moveFirst"],
    ["succeeded", "trash"],
  ] as const)("an admin may %s → %s", (status, action) => {
    expect(allowsAction(action, task(status), member("admin"))).toBe(true);
  });

  test.each([
    ["submitting", "cancel"],
    ["processing", "trash"],
    ["succeeded", "retry"],
    ["succeeded", "restore"],
    ["unknown", "retry"],
    ["unknown", "trash"],
    ["failed", "submitAnyway"],
    ["submitted", "moveFirst"],
    ["processing", "putBehind"],
    ["queued", "putNormal"],
  ] as const)("nobody may %s → %s", (status, action) => {
    expect(allowsAction(action, task(status), member("owner"))).toBe(false);
  });

  test("only files that did not come are fetched again", () => {
    const failed = task("failed");
    expect(allowsAction("fetchAgain", { ...failed, failure: unfetched }, member("admin"))).toBe(true);
    expect(allowsAction("fetchAgain", { ...failed, failure: unfetched }, member("creator"))).toBe(false);
    expect(allowsAction("fetchAgain", failed, member("admin"))).toBe(false);
  });

  test("what is in the trash can be restored and nothing else", () => {
    const trashed = task("failed", "2026-11-21T10:00:00.000Z");
    expect(allowsAction("restore", trashed, member("owner"))).toBe(true);
    expect(allowsAction("retry", trashed, member("owner"))).toBe(false);
    expect(allowsAction("trash", trashed, member("owner"))).toBe(false);
  });

  test("a creator acts on their own tasks only, a viewer on none", () => {
    const own = { ...task("failed"), createdBy: { id: "user_ada", name: "Ada" } };
    expect(allowsAction("retry", own, member("creator"))).toBe(true);
    expect(allowsAction("retry", task("failed"), member("creator"))).toBe(false);
    expect(allowsAction("retry", own, member("viewer"))).toBe(false);
  });

  test("a creator orders their own tasks and steps back, but does not go before other people", () => {
    const own = { ...task("queued"), createdBy: { id: "user_ada", name: "Ada" } };
    expect(allowsAction("moveFirst", own, member("creator"))).toBe(true);
    expect(allowsAction("putBehind", own, member("creator"))).toBe(true);
    expect(allowsAction("putBefore", own, member("creator"))).toBe(false);
    expect(allowsAction("moveFirst", task("queued"), member("creator"))).toBe(false);
  });
});
