import { expect, test } from "vitest";
import { detailsText } from "./details-text.ts";

const words = {
  nameOf: (name: string) => `<${name}>`,
  wordOf: (value: string) => (value === "viewer" ? "Viewer" : value),
};

test("a change reads from left to right, in words, and what is not there is not said", () => {
  expect(detailsText({ from: "viewer", to: "admin" }, words)).toBe("Viewer → admin");
  expect(detailsText({ scope: "read", expiresAt: null, budgetUnits: 5 }, words)).toBe(
    "<scope>: read · <budgetUnits>: 5",
  );
  expect(detailsText({ fields: ["name", "credential"], isForced: false }, words)).toBe(
    "<fields>: name, credential · <isForced>: –",
  );
  expect(detailsText({ expiresAt: "2026-12-31T23:00:00.000Z", order: ["connection_1"] }, words)).toBe(
    "<expiresAt>: 2026-12-31",
  );
  expect(detailsText({}, words)).toBe("");
});
