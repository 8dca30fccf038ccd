import { expect, test } from "vitest";
import { ACTIONS, type Action, can, KEY_SCOPES, type Principal, ROLES } from "./permissions.ts";

/**
 * The matrix once more, as people read it: a letter per column (any, own, -) for owner, admin, creator, viewer, key
 * that reads, key that creates. Two tables that must agree: a slip in one of them is seen.
 */
const EXPECTED: Record<Action, string> = {
  "team.read": "aaaaaa",
  "team.update": "aa----",
  "member.read": "aaaa--",
  "member.invite": "aa----",
  "member.remove": "aa----",
  "member.set_role": "aa----",
  "member.leave": "aaaa--",
  "task.create": "aaa--a",
  "task.read": "aaaaaa",
  "task.cancel": "aao--o",
  "task.retry": "aao--o",
  "task.trash": "aao--o",
  "task.prioritize": "aao---",
  "task.decide_unknown": "aao---",
  "task.adopt": "aaa---",
  "connection.read": "aaaa--",
  "connection.manage": "aa----",
  "webhook.manage": "aa----",
  "asset.upload": "aaa--a",
  "asset.read": "aaaaaa",
  "asset.rename": "aaa--o",
  "asset.delete": "aao--o",
  "draft.read": "aaaa--",
  "draft.edit": "aaa---",
  "draft.share": "ooo---",
  "draft.trash": "aao---",
  "library.read": "aaaa--",
  "library.delete": "aao---",
  "api_key.manage": "aao---",
  "audit.read": "aa----",
  "stream.read": "aaaaaa",
};

const COLUMNS: readonly Principal[] = [
  ...ROLES.map((role) => ({ kind: "member", teamId: "t", userId: "me", memberId: "m", role }) as const),
  ...KEY_SCOPES.map((scope) => ({ kind: "api_key", teamId: "t", userId: "me", keyId: "k", scope }) as const),
];

const cells = ACTIONS.flatMap((action) =>
  COLUMNS.map((principal, index) => ({
    action,
    principal,
    who: principal.kind === "member" ? principal.role : `key ${principal.scope}`,
    reach: EXPECTED[action][index],
  })),
);

test.each(cells)("$who may do $action: $reach", ({ action, principal, reach }) => {
  expect(can(principal, action)).toBe(reach !== "-");
  expect(can(principal, action, { ownerId: "me" })).toBe(reach !== "-");
  expect(can(principal, action, { ownerId: "someone else" })).toBe(reach === "a");
  expect(can(principal, action, { ownerId: null })).toBe(reach === "a");
});

test("a viewer can look at everything and change nothing", () => {
  const viewer = COLUMNS[ROLES.indexOf("viewer")];
  const allowed = ACTIONS.filter((action) => viewer && can(viewer, action));
  expect(allowed).toEqual([
    "team.read",
    "member.read",
    "member.leave",
    "task.read",
    "connection.read",
    "asset.read",
    "draft.read",
    "library.read",
    "stream.read",
  ]);
});
