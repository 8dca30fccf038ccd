import { expect, test } from "vitest";
import { CONFLICT, depsFor, fakeServer, NOT_A_VIDEO, storageOf, UNREACHABLE } from "./fake-door.fixture.ts";
import { PART_BYTES, type SendNews, sendFile } from "./send-file.ts";

const BYTES = Uint8Array.from({ length: PART_BYTES + 1000 }, (_, index) => index % 251);
const FILE = { file: new Blob([BYTES], { type: "video/mp4" }), name: "paper boat.mp4" };

function start(deps: ReturnType<typeof depsFor>, controller = new AbortController()) {
  const news: SendNews[] = [];
  const done = sendFile({ file: FILE, signal: controller.signal, tell: (it) => news.push(it) }, deps);
  return { done, news, controller };
}

test("a file is sent part by part, judged, and its progress told", async () => {
  const server = fakeServer();
  const { done, news } = start(depsFor(server.door));
  expect((await done).id).toBe("asset of /api/uploads/1");
  expect(server.log).toEqual(["create", "send 0", `send ${PART_BYTES}`, "finish"]);
  expect(server.bytesAt("/api/uploads/1").equals(Buffer.from(BYTES))).toBe(true);
  expect(news.at(-2)).toEqual({ phase: "sending", sentBytes: BYTES.length });
  expect(news.at(-1)).toEqual({ phase: "checking" });
});

test("after a lost network the server is asked how far it came, and nothing is sent twice", async () => {
  const server = fakeServer();
  server.failures.push({ call: "send", problem: UNREACHABLE, arrives: 700 });
  const { done, news } = start(depsFor(server.door));
  await done;
  expect(server.log).toEqual([
    "create",
    "send 0",
    "offset",
    "send 700",
    `send ${700 + PART_BYTES}`,
    "finish",
  ]);
  expect(server.bytesAt("/api/uploads/1").equals(Buffer.from(BYTES))).toBe(true);
  expect(news).toContainEqual({ phase: "waiting", problem: UNREACHABLE });
});

test("a wrong offset is put right by asking for the right one", async () => {
  const server = fakeServer();
  server.failures.push({ call: "send", problem: CONFLICT, arrives: 5 });
  await start(depsFor(server.door)).done;
  expect(server.bytesAt("/api/uploads/1").equals(Buffer.from(BYTES))).toBe(true);
});

test("a conflict that never ends is told in the end", async () => {
  const server = fakeServer();
  for (let count = 0; count < 20; count += 1) server.failures.push({ call: "finish", problem: CONFLICT });
  await expect(start(depsFor(server.door)).done).rejects.toBe(CONFLICT);
});

test("the same file in a new page goes on where the old page stopped", async () => {
  const server = fakeServer();
  const storage = storageOf();
  const controller = new AbortController();
  server.failures.push({ call: "send", problem: UNREACHABLE, arrives: 900 });
  const deps = depsFor(server.door, { storage });
  const leaving = { ...deps, rest: () => Promise.reject(new Error("the page is gone")) };
  await expect(start(leaving, controller).done).rejects.toThrow("the page is gone");
  await start(depsFor(server.door, { storage })).done;
  expect(server.log.filter((it) => it === "create")).toHaveLength(1);
  expect(server.log).toContain("send 900");
  expect(storage.getItem("framewright.uploads")).toBe("{}");
});

test("an upload that the server has thrown away begins anew", async () => {
  const server = fakeServer();
  const storage = storageOf();
  const deps = depsFor(server.door, { storage });
  await deps.memory.keep(FILE, "/api/uploads/gone");
  expect((await start(deps).done).id).toBe("asset of /api/uploads/1");
});

test("a refused file is forgotten, so that nothing of it is taken up again", async () => {
  const server = fakeServer();
  const storage = storageOf();
  server.failures.push({ call: "finish", problem: NOT_A_VIDEO });
  await expect(start(depsFor(server.door, { storage })).done).rejects.toBe(NOT_A_VIDEO);
  expect(storage.getItem("framewright.uploads")).toBe("{}");
});

test("an abort ends the waiting for a network", async () => {
  const server = fakeServer();
  const controller = new AbortController();
  server.failures.push({ call: "create", problem: UNREACHABLE });
  const deps = { ...depsFor(server.door), rest: async () => controller.abort(new Error("stop")) };
  await expect(start(deps, controller).done).rejects.toThrow("stop");
});
