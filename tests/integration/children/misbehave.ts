import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { ChildRefusal, serveParent } from "#lib/media/limited-child-entry.ts";

/** A child that does what it is told, good or bad; the tests of `runLimitedChild` watch what becomes of it. */
const DEEDS: Readonly<Record<string, () => Promise<unknown>>> = {
  answer: async () => ({ answer: 42 }),
  refuse: async () => {
    throw new ChildRefusal("undecodable", "no");
  },
  throw: async () => {
    throw new Error("a bug");
  },
  loop: async () => {
    for (;;);
  },
  hog: async () => {
    const hoard: Buffer[] = [];
    for (;;) {
      hoard.push(Buffer.alloc(64 * 1024 ** 2, 1));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  },
  die: async () => process.kill(process.pid, "SIGKILL"),
  abort: async () => process.abort(),
  exit: async () => process.exit(0),
  environment: async () => Object.keys(process.env).sort(),
  chatter: async () => process.stderr.write("x".repeat(5_000_000)),
  grandchild: async () => {
    spawn("sleep", ["300"], { stdio: "ignore" });
    for (;;);
  },
  write: async () => writeFile("/dev/shm/too-large", Buffer.alloc(64 * 1024 ** 2)),
  network: async () =>
    new Promise((resolve) => {
      const socket = connect(80, "198.51.100.7");
      socket.once("error", (error) => resolve(error.message));
    }),
  descriptors: async () => (await readFile("/proc/self/limits", "utf8")).match(/Max open files\s+(\d+)/)?.[1],
};

serveParent(async (input) => DEEDS[String(input)]?.());
