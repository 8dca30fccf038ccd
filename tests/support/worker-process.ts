import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";

/** A real worker of its own, as `npm start` runs it, on the database and DATA_DIR of this test file. */
export type WorkerProcess = {
  readonly child: ChildProcess;
  /** What it logged so far. */
  readonly output: () => string;
  readonly kill: (signal: NodeJS.Signals) => Promise<void>;
  /** Resolves when it has died, by whatever cause. */
  readonly ended: Promise<unknown>;
};

const PROJECT_DIR = resolve(import.meta.dirname, "..", "..");

export function startWorker(environment: Readonly<Record<string, string>> = {}): WorkerProcess {
  const child = spawn(process.execPath, ["lib/worker/main.ts"], {
    cwd: PROJECT_DIR,
    env: { ...process.env, LOG_LEVEL: "warn", SANDBOX_QUEUE_SECONDS: "0", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text) => (output += text));
  const ended = once(child, "exit");
  return {
    child,
    output: () => output,
    ended,
    async kill(signal) {
      child.kill(signal);
      await ended;
    },
  };
}
