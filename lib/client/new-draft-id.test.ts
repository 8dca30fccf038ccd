import { expect, test } from "vitest";
import { isId, newId } from "#lib/shared/ids.ts";
import { newDraftId } from "./new-draft-id.ts";

test("a draft's id made by a browser is one for the server, and sorts by its time among the server's own", () => {
  const now = Date.now();
  expect(isId("draft", newDraftId(now))).toBe(true);
  expect(newDraftId(now - 1_000) < newId("draft")).toBe(true);
  expect(newDraftId(now + 60_000) > newId("draft")).toBe(true);
});

test("no two are the same", () => {
  expect(new Set(Array.from({ length: 1_000 }, () => newDraftId(0))).size).toBe(1_000);
});
