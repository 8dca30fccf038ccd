import { expect, test } from "vitest";
import { assignableRoles, mayChangeRole, mayRemove } from "./member-rules.ts";
import { ROLES } from "./permissions.ts";

const changes = ROLES.flatMap((actor) =>
  ROLES.flatMap((target) => ROLES.map((next) => ({ actor, target, next }))),
);

/** Said as a sentence, not as the code says it. */
function isAllowed({ actor, target, next }: (typeof changes)[number]): boolean {
  if (actor === "owner") return true;
  return actor === "admin" && target !== "owner" && next !== "owner";
}

test.each(changes)("$actor making $target a $next", (change) => {
  expect(mayChangeRole(change)).toBe(isAllowed(change));
});

test("nobody can raise themselves", () => {
  const rank = (role: (typeof ROLES)[number]) => ROLES.indexOf(role);
  const raises = changes.filter(({ actor, target, next }) => actor === target && rank(next) < rank(actor));
  expect(raises.filter(mayChangeRole)).toEqual([]);
});

test("admins never put an owner out, and creators and viewers nobody", () => {
  expect(ROLES.filter((target) => mayRemove("admin", target))).toEqual(["admin", "creator", "viewer"]);
  expect(ROLES.filter((target) => mayRemove("creator", target) || mayRemove("viewer", target))).toEqual([]);
});

test("an admin cannot invite an owner", () => {
  expect(assignableRoles("admin")).not.toContain("owner");
});
