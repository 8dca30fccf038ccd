import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { setPriority } from "node:os";
import { join } from "node:path";
import { type ChildMessage, readChildMessage } from "./child-messages.ts";
import { availableConfinement, type ChildLimits, limitedCommand } from "./limited-child-command.ts";
import { type ChildFailure, LimitedChildError } from "./limited-child-error.ts";

export type LimitedChildJob = {
  /** Path of the child's script from the project root, e.g. `lib/engine/render-child.ts`. */
  script: string;
  /** Plain JSON; handed to the function that the script gives to `serveParent`. */
  input: unknown;
  limits: ChildLimits;
  signal?: AbortSignal | undefined;
  onProgress?: ((fraction: number) => void) | undefined;
};

const STDERR_TAIL_CHARACTERS = 8_000;
const MEMORY_WATCH_INTERVAL_MS = 100;
/** After its result a child has this long to leave by itself. */
const EXIT_GRACE_MS = 2_000;
const BACKGROUND_NICENESS = 10;

/**
 * The one way to run native decoders and renderers: a Node process of its own with an empty environment, no network where
 * the host allows it, capped memory, CPU, file size and wall clock, killed as a group. Nothing it does can hurt the caller.
 * @returns the child's result, of a shape only the caller knows: check it
 * @throws LimitedChildError
 */
export async function runLimitedChild(job: LimitedChildJob): Promise<unknown> {
  if (job.signal?.aborted) throw new LimitedChildError("aborted", "Stopped before it began.");
  const { command, args } = limitedCommand([join(process.cwd(), job.script)], {
    limits: job.limits,
    confinement: await availableConfinement(),
    nodePath: process.execPath,
  });
  const child = spawn(command, args, {
    cwd: process.cwd(),
    env: { NODE_ENV: "production" }, // nothing of ours: no keys, no paths
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    detached: true, // leads its own process group, so that the whole group can be killed
    serialization: "json",
  });
  return superviseChild(child, job);
}

function superviseChild(child: ChildProcess, job: LimitedChildJob): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let answer: ChildMessage | undefined;
    let stopped: ChildFailure | undefined;
    let stderrTail = "";
    const stop = (why: ChildFailure) => {
      stopped ??= why;
      killGroup(child);
    };
    const onAbort = () => stop("aborted");
    const wallClock = setTimeout(() => stop("timeout"), job.limits.wallClockMs);
    const memoryWatch = watchMemory(child, job.limits.memoryBytes, () => stop("memory"));
    job.signal?.addEventListener("abort", onAbort, { once: true });
    if (job.signal?.aborted) onAbort(); // it fired while the command was being put together

    child.on("spawn", () => {
      lowerPriority(child);
      child.send({ input: job.input }, () => undefined); // a child that is already dead is reported by `close`
    });
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      stderrTail = (stderrTail + text).slice(-STDERR_TAIL_CHARACTERS);
    });
    child.on("message", (raw) => {
      const message = readChildMessage(raw);
      if (message?.type === "progress") return job.onProgress?.(message.fraction);
      if (message === null || answer !== undefined) return;
      answer = message;
      setTimeout(() => killGroup(child), EXIT_GRACE_MS).unref();
    });

    const settle = (fallback: { exitSignal: NodeJS.Signals | null; cause?: unknown }) => {
      clearTimeout(wallClock);
      clearInterval(memoryWatch);
      job.signal?.removeEventListener("abort", onAbort);
      killGroup(child); // whatever it may have started itself
      if (answer?.type === "result" && stopped === undefined) return resolve(answer.value);
      reject(failureOf({ answer, stopped, stderrTail, ...fallback }));
    };
    child.once("error", (cause) => settle({ exitSignal: null, cause }));
    child.once("close", (_code, exitSignal) => settle({ exitSignal }));
  });
}

type Ending = {
  answer: ChildMessage | undefined;
  stopped: ChildFailure | undefined;
  stderrTail: string;
  exitSignal: NodeJS.Signals | null;
  cause?: unknown;
};

function failureOf({ answer, stopped, stderrTail, exitSignal, cause }: Ending): LimitedChildError {
  if (stopped !== undefined) return new LimitedChildError(stopped, STOPPED_BECAUSE[stopped], { stderrTail });
  if (answer?.type === "refused") {
    return new LimitedChildError("refused", answer.message, { refusal: answer.refusal, stderrTail });
  }
  const said = answer?.type === "failed" ? answer.message : stderrTail;
  if (OUT_OF_MEMORY.test(said))
    return new LimitedChildError("memory", STOPPED_BECAUSE.memory, { stderrTail });
  if (exitSignal === "SIGXCPU")
    return new LimitedChildError("timeout", STOPPED_BECAUSE.timeout, { stderrTail });
  const how =
    answer?.type === "failed"
      ? answer.message
      : `The child ended without a result (${exitSignal ?? "exit"}).`;
  return new LimitedChildError("crash", how, { stderrTail, cause });
}

const STOPPED_BECAUSE: Readonly<Record<ChildFailure, string>> = {
  crash: "The child crashed.",
  timeout: "The child used up its time.",
  memory: "The child used up its memory.",
  aborted: "The caller stopped the child.",
  refused: "The child refused its input.",
};

/** V8's last words, a failed `new ArrayBuffer`, C++ `operator new`, and FFmpeg's ENOMEM. */
const OUT_OF_MEMORY = /heap out of memory|allocation failed|bad_alloc|cannot allocate memory/i;

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // the whole group is gone already
  }
}

function lowerPriority(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    setPriority(child.pid, BACKGROUND_NICENESS);
  } catch {
    // politeness only: a child at normal priority is still correct
  }
}

/** RLIMIT_AS counts reserved space, not use; what hurts the host is resident memory, so that is what we watch. */
function watchMemory(child: ChildProcess, memoryBytes: number, onExceeded: () => void): NodeJS.Timeout {
  return setInterval(async () => {
    const residentBytes = await residentBytesOf(child.pid);
    if (residentBytes > memoryBytes) onExceeded();
  }, MEMORY_WATCH_INTERVAL_MS);
}

async function residentBytesOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
}
