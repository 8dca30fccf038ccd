import { describe, expect, test } from "vitest";
import { ENDPOINTS, matchEndpoint, pathOf } from "./endpoints.ts";
import { kindOf } from "./kinds/kinds.ts";
import { TASK_KINDS } from "./task-kinds.ts";

const TASK_OPERATIONS: readonly string[] = ["create", "get", "list"];

describe("endpoints", () => {
  test("every kind can be created; those that answer with a task can be read and listed", () => {
    for (const kind of TASK_KINDS) {
      const own = ENDPOINTS.filter((it) => it.kind === kind && it.dialect === "native");
      const operations = own.map((it) => it.operation).filter((it) => TASK_OPERATIONS.includes(it));
      const expected = kindOf(kind).answers === "task" ? ["create", "get", "list"] : ["create"];
      expect(operations, kind).toEqual(expected);
    }
  });

  test("every endpoint is found by its own path and by no other", () => {
    for (const endpoint of ENDPOINTS) {
      const match = matchEndpoint(endpoint.method, endpoint.path.replace("{id}", "an%20id"));
      expect(match).toMatchObject({ found: true, endpoint });
      if (endpoint.path.endsWith("{id}")) expect(match).toHaveProperty("id", "an id");
    }
  });

  test("a path of the table is never taken for the id of a job", () => {
    expect(matchEndpoint("GET", "/v1/videos/identify-face")).toMatchObject({
      found: false,
      other: { kind: "identify-face" },
    });
    expect(matchEndpoint("GET", "/v1/videos/text2video")).toMatchObject({ endpoint: { operation: "list" } });
  });

  test("forgives the capital of the documents of 2025", () => {
    expect(matchEndpoint("POST", "/v1/videos/Identify-face")).toMatchObject({
      endpoint: { kind: "identify-face" },
    });
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
    expect(matchEndpoint("DELETE", "/v1/videos/text2video")).toMatchObject({ other: { kind: "text2video" } });
    expect(matchEndpoint("GET", "/v1/video/text2video")).toEqual({ found: false, other: undefined });
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
