import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "./install.mjs";
import { findRuntime, hostNodeProblem } from "./node-version.mjs";
import { fail } from "./say.mjs";

const PROJECT_DIR = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");
const FORWARDED_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
const PARENT_CHECK_EVERY_MS = 500;

/**
 * Installs what is missing and runs a TypeScript file of ours on the Node of the lock file, as if it were this process:
 * same terminal, same exit code, signals passed on. The child notices over its channel when this process dies.
 */
export async function runOnRuntime(script) {
  const problem = hostNodeProblem();
  if (problem !== null) fail(problem);
  try {
    await ensureInstalled(PROJECT_DIR);
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
  const runtime = findRuntime(PROJECT_DIR);
  if (runtime === null) {
    fail(
      `There is no Node.js 24 for ${process.platform} ${process.arch} in the lock file; install Node.js 24.2 or newer.`,
    );
  }
  process.exitCode = await runChild(runtime, script);
}

function runChild(runtime, script) {
  const bin = path.join(PROJECT_DIR, "node_modules", ".bin");
  const child = spawn(runtime, [path.join(PROJECT_DIR, script), ...process.argv.slice(2)], {
    cwd: PROJECT_DIR,
    env: { ...process.env, PATH: [path.dirname(runtime), bin, process.env.PATH].join(path.delimiter) },
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of FORWARDED_SIGNALS) process.on(signal, () => child.kill(signal));
  child.channel?.unref();
  endWithNpm(child);
  return new Promise((resolve) => {
    child.once("error", (error) => fail(`Node.js 24 cannot be started: ${error.message}.`));
    child.once("close", (code) => resolve(code ?? 1));
  });
}

/**
 * npm that is killed (kill -9) cannot pass anything on, and nobody could reach a server without it any more. Between
 * npm and this process there may be a shell, which stays; so the parent's own parent is watched as well.
 */
function endWithNpm(child) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const ancestors = readAncestors();
  const timer = setInterval(() => {
    if (readAncestors() !== ancestors) child.kill("SIGTERM");
  }, PARENT_CHECK_EVERY_MS);
  timer.unref();
}

function readAncestors() {
  return `${process.ppid} ${parentOf(process.ppid)}`;
}

/** Field 4 of /proc/<pid>/stat, after the name in brackets; the same answer every time where there is no /proc. */
function parentOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ")[1];
  } catch {
    return "unknown";
  }
}
