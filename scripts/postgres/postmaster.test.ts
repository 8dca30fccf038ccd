import { expect, test } from "vitest";
import { parsePostmasterFile } from "./postmaster.ts";

const ready = "7917\n/data/postgres\n1795257789\n54999\n\n127.0.0.1\n  2146414         4\nready   \n";

test("a running server's file tells its process, port and readiness", () => {
  expect(parsePostmasterFile(ready)).toEqual({ pid: 7917, port: 54999, ready: true });
});

test("a server that is still recovering is not ready", () => {
  expect(parsePostmasterFile(ready.replace("ready   ", "starting"))).toMatchObject({ ready: false });
});

test("a file of which only the first lines are written yet is understood", () => {
  expect(parsePostmasterFile("7917\n/data/postgres\n")).toEqual({ pid: 7917, port: 0, ready: false });
});

test.each(["", "garbage", "-5\n"])("%j names no server", (text) => {
  expect(parsePostmasterFile(text)).toBeNull();
});
