import { describe, expect, test } from "vitest";
import { ENDPOINTS, matchEndpoint, pathOf } from "./endpoints.ts";
import { TASK_KINDS } from "./task-kinds.ts";

describe("endpoints", () => {
  test("every kind can be created, read and listed natively", () => {
    for (const kind of TASK_KINDS) {
      const operations = ENDPOINTS.filter((it) => it.kind === kind && it.dialect === "native").map(
        (it) => it.operation,
      );
      expect(operations).toEqual(["create", "get", "list"]);
    }
  });

  test("every endpoint is found by its own path", () => {
    for (const { dialect, method, path, kind, operation } of ENDPOINTS) {
      const match = matchEndpoint(method, path.replace("{id}", "an%20id"));
      expect(match).toMatchObject({ found: true, endpoint: { dialect, kind, operation } });
      if (operation === "get") expect(match).toHaveProperty("id", "an id");
    }
  });

  test("forgives doubled and trailing slashes, as real clients send both", () => {
    expect(matchEndpoint("POST", "/v1/videos/image2video/")).toMatchObject({
      found: true,
      endpoint: { operation: "create" },
    });
    expect(matchEndpoint("GET", "//v1/videos/text2video//930831534075682845")).toMatchObject({
      found: true,
      id: "930831534075682845",
    });
  });

  test("tells a wrong method (1202) from a path that does not exist (1203)", () => {
    expect(matchEndpoint("DELETE", "/v1/videos/text2video")).toEqual({ found: false, wrongMethod: true });
    expect(matchEndpoint("GET", "/v1/videos/text2vide0")).toEqual({ found: false, wrongMethod: false });
  });

  test("takes a broken escape in an id as it stands", () => {
    expect(matchEndpoint("GET", "/v1/videos/text2video/%E0%A4%A")).toMatchObject({
      found: true,
      id: "%E0%A4%A",
    });
  });

  test("fills an id into a path safely", () => {
    expect(pathOf({ dialect: "native", kind: "image2video", operation: "get", id: "a/b" })).toBe(
      "/v1/videos/image2video/a%2Fb",
    );
  });
});
