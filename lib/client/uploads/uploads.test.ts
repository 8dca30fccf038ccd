import { expect, test } from "vitest";
import { depsFor, fakeServer, NOT_A_VIDEO } from "./fake-door.fixture.ts";
import { metadataOf, type UploadDoor } from "./upload-door.ts";
import { overallShare, type UploadEntry } from "./upload-list.ts";
import { fingerprintOf } from "./upload-memory.ts";
import { areAnyGoing, createUploads, type Uploads } from "./uploads.ts";

function fileNamed(name: string) {
  return { file: new Blob([name.repeat(100)], { type: "audio/wav" }), name };
}

/** A door at which every upload waits until it is let in. */
function guardedDoor() {
  const server = fakeServer();
  const waiting = new Map<string, () => void>();
  const door: UploadDoor = {
    ...server.door,
    finish: async (path, signal) => {
      await new Promise<void>((resolve, reject) => {
        waiting.set(path, resolve);
        signal.addEventListener("abort", () => reject(signal.reason));
      });
      return server.door.finish(path, signal);
    },
  };
  return { server, door, letIn: (path: string) => waiting.get(path)?.() };
}

async function until(uploads: Uploads, holds: (list: readonly UploadEntry[]) => boolean): Promise<void> {
  if (holds(uploads.read())) return;
  await new Promise<void>((resolve) => {
    const stop = uploads.subscribe(() => {
      if (!holds(uploads.read())) return;
      stop();
      resolve();
    });
  });
}

const phases = (uploads: Uploads) => uploads.read().map(({ state }) => state.phase);

test("two files are sent at a time, and the next begins when one has arrived", async () => {
  const { door, letIn } = guardedDoor();
  const uploads = createUploads(depsFor(door));
  for (const name of ["a", "b", "c"]) uploads.add(fileNamed(name), name);
  await until(uploads, () => phases(uploads).join() === "checking,checking,queued");
  expect(areAnyGoing(uploads.read())).toBe(true);
  letIn("/api/uploads/1");
  await until(uploads, () => phases(uploads).join() === "done,checking,checking");
});

test("a paused file lets the next one go, and goes on when it is told to", async () => {
  const { door, letIn, server } = guardedDoor();
  const uploads = createUploads(depsFor(door));
  const [first = ""] = ["a", "b", "c"].map((name) => uploads.add(fileNamed(name), name));
  await until(uploads, () => phases(uploads).join() === "checking,checking,queued");
  uploads.pause(first);
  await until(uploads, () => phases(uploads).join() === "paused,checking,checking");
  letIn("/api/uploads/2");
  uploads.resume(first);
  await until(uploads, () => phases(uploads)[0] === "checking");
  expect(server.log.filter((it) => it === "create")).toHaveLength(3);
});

test("a canceled file leaves the list, and the server drops what it has", async () => {
  const { door, server } = guardedDoor();
  const uploads = createUploads(depsFor(door));
  const id = uploads.add(fileNamed("a"), "a");
  await until(uploads, () => phases(uploads)[0] === "checking");
  uploads.cancel(id);
  expect(uploads.read()).toEqual([]);
  await expect.poll(() => server.log).toContain("drop");
});

test("a refused file says why and can be tried again", async () => {
  const server = fakeServer();
  server.failures.push({ call: "finish", problem: NOT_A_VIDEO });
  const uploads = createUploads(depsFor(server.door));
  const id = uploads.add(fileNamed("a"), "a");
  await until(uploads, () => phases(uploads)[0] === "refused");
  expect(uploads.read()[0]?.state).toEqual({ phase: "refused", problem: NOT_A_VIDEO });
  uploads.resume(id);
  await until(uploads, () => phases(uploads)[0] === "done");
  uploads.dismiss(id);
  expect(uploads.read()).toEqual([]);
});

test("the progress of all is that of their bytes", () => {
  const entry = { id: "x", place: "p", name: "n", state: { phase: "sending" } } as const;
  const list: UploadEntry[] = [
    { ...entry, bytes: 900, sentBytes: 450 },
    { ...entry, bytes: 100, sentBytes: 100 },
  ];
  expect(overallShare(list)).toBeCloseTo(0.55);
  expect(overallShare([])).toBeNull();
});

test("files of one name and length that begin or end differently are told apart", async () => {
  const file = (text: string) => ({ file: new Blob([text]), name: "a.mp4" });
  expect(await fingerprintOf(file("1abc"))).not.toBe(await fingerprintOf(file("2abc")));
  expect(await fingerprintOf(file("abc1"))).toBe(await fingerprintOf(file("abc1")));
});

test("a name in any script travels in the metadata", () => {
  const metadata = metadataOf(new Blob([], { type: "video/mp4" }), "纸船.mp4");
  expect(metadata).toBe(`filename ${Buffer.from("纸船.mp4").toString("base64")},filetype dmlkZW8vbXA0`);
});
