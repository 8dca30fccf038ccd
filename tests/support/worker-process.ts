import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** A process of ours as `npm start` would run it, on the database and DATA_DIR of this test file unless told. */
export type TestProcess = {
  readonly child: ChildProcess;
  /** What it wrote so far. */
  readonly output: () => string;
  /** Ends it and waits until it has died. */
  readonly kill: (signal: NodeJS.Signals) => Promise<void>;
  /** Resolves when it has died, by whatever cause. */
  readonly ended: Promise<unknown>;
};

type Environment = Readonly<Record<string, string>>;

const PROJECT_DIR = resolve(import.meta.dirname, "..", "..");

/** Small clips are quickly made; where their size is judged, `FULL_SIZE` is. */
const QUICK_PRACTICE = { SANDBOX_QUEUE_SECONDS: "0", SANDBOX_MAX_SIDE_PX: "192" };

/** Practice clips as large as they are ordered. */
export const FULL_SIZE: Environment = { SANDBOX_MAX_SIDE_PX: "" };

export function startWorker(environment: Environment = {}): TestProcess {
  return startProcess("lib/worker/main.ts", { ...QUICK_PRACTICE, ...environment });
}

/** Orders tasks over HTTP: the use case behind the web's route in a process that can be killed. */
export function startTaskDoor(environment: Environment = {}): TestProcess {
  return startProcess("tests/integration/children/task-door.ts", environment);
}

/** The studio's route for orders in a process that can be killed. */
export function startStudioDoor(environment: Environment = {}): TestProcess {
  return startProcess("tests/integration/children/studio-door.ts", environment);
}

/** The studio's routes for uploads in a process that can be killed. */
export function startUploadDoor(environment: Environment = {}): TestProcess {
  return startProcess("tests/integration/children/upload-door.ts", environment);
}

/** A test run starts the same programs some two hundred times: half of a start is reading what was read before. */
const NODE_COMPILE_CACHE = join(tmpdir(), "framewright-compile-cache");

function startProcess(script: string, environment: Environment): TestProcess {
  const child = spawn(process.execPath, [script], {
    cwd: PROJECT_DIR,
    env: { ...process.env, LOG_LEVEL: "warn", NODE_COMPILE_CACHE, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
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
