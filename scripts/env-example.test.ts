import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { parseEnvironment } from "#lib/env.ts";
import { environmentExample } from "./env-example.ts";

const REQUIRED = {
  DATABASE_URL: "postgresql://someone:secret-password@127.0.0.1:5432/framewright",
  BETTER_AUTH_SECRET: "a".repeat(32),
  MASTER_KEY: "b".repeat(32),
};

test("the public address follows the port unless it is set, and keeps no path", () => {
  expect(parseEnvironment({ ...REQUIRED, PORT: "4100" }).PUBLIC_URL).toBe("http://localhost:4100");
  expect(parseEnvironment({ ...REQUIRED, PUBLIC_URL: "https://studio.example.com/x" }).PUBLIC_URL).toBe(
    "https://studio.example.com",
  );
});

test("an empty variable counts as unset", () => {
  expect(parseEnvironment({ ...REQUIRED, SMTP_URL: "", PORT: "" })).toMatchObject({ PORT: 3000 });
});

test("everything that is wrong is named at once, and no value is shown", () => {
  const source = { DATABASE_URL: "mysql://someone:secret-password@host/db", PORT: "99999" };
  expect(() => parseEnvironment(source)).toThrow(/DATABASE_URL.*PORT.*BETTER_AUTH_SECRET.*MASTER_KEY/s);
  expect(() => parseEnvironment(source)).not.toThrow(/secret-password/);
});

test(".env.example lists every variable as the code documents it", async () => {
  expect(await readFile(".env.example", "utf8")).toBe(environmentExample());
});

describe("a map of outbound hosts", () => {
  const withMap = (OUTBOUND_HOST_MAP: string, NODE_ENV?: string) =>
    parseEnvironment({ ...REQUIRED, OUTBOUND_HOST_MAP, ...(NODE_ENV && { NODE_ENV }) }).OUTBOUND_HOST_MAP;

  test("leads hosts to a fixture in tests", () => {
    expect(withMap("Example.com=127.0.0.1:4321, cdn.example.org=127.0.0.1:80", "test")).toEqual(
      new Map([
        ["example.com", { hostname: "127.0.0.1", port: "4321" }],
        ["cdn.example.org", { hostname: "127.0.0.1", port: "80" }],
      ]),
    );
  });

  test.each([undefined, "production", "development"])(
    "keeps an instance from starting when NODE_ENV is %s",
    (mode) => {
      expect(() => withMap("example.com=127.0.0.1:4321", mode)).toThrow(
        /OUTBOUND_HOST_MAP: is for tests only/,
      );
    },
  );

  test.each(["example.com", "example.com=127.0.0.1", "=127.0.0.1:80", "a=localhost:80"])(
    "%s is none",
    (text) => {
      expect(() => withMap(text, "test")).toThrow(/OUTBOUND_HOST_MAP/);
    },
  );
});
