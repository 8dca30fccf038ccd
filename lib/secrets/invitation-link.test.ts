import { expect, test } from "vitest";
import { newId } from "#lib/shared/ids.ts";
import { invitationIdOf, invitationToken } from "./invitation-link.ts";

const id = newId("invitation");
const token = invitationToken(id);

test("a link names the invitation that it was made for", () => {
  expect(invitationIdOf(token)).toBe(id);
});

test("the id alone, or with another invitation's MAC, is worth nothing", () => {
  const other = newId("invitation");
  const forged = [id, `${id}-`, other + token.slice(id.length), newId("team") + token.slice(id.length), ""];
  expect(forged.map(invitationIdOf)).toEqual(forged.map(() => null));
});

test("no character of a link can be changed", () => {
  for (let index = 0; index < token.length; index++) {
    const changed = token.slice(0, index) + (token[index] === "A" ? "B" : "A") + token.slice(index + 1);
    expect(invitationIdOf(changed)).toBeNull();
  }
});
