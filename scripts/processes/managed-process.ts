import { type ChildProcess, spawn } from "node:child_process";
import { PROJECT_DIR } from "#scripts/project-dir.ts";
import type { Reporter } from "#scripts/reporter.ts";
import { guardArguments } from "./guard-arguments.ts";
import { restartDelay } from "./restart-delay.ts";

export type ProcessRecipe = {
  /** How the log calls it: "web", "worker". */
  name: string;
  /** Arguments of Node; the first one is the script. */
  nodeArguments: readonly string[];
  environment: NodeJS.ProcessEnv;
};

/** A process that is restarted whenever it dies, until it is stopped. */
export type ManagedProcess = {
  readonly name: string;
  readonly pid: number | undefined;
  /** Asks it to finish (SIGTERM) and kills it when that takes longer than `graceMs`. */
  stop(graceMs: number): Promise<void>;
  kill(): void;
};

/** Starts it now. Its lines go to our own output unchanged. */
export function startManaged(recipe: ProcessRecipe, reporter: Reporter): ManagedProcess {
  let child = launch();
  let stopping = false;
  let pendingRestart: NodeJS.Timeout | undefined;
  let crashes = { crashesInARow: 0 };

  function launch(): ChildProcess {
    const startedAt = performance.now();
    const launched = spawn(process.execPath, [...guardArguments(), ...recipe.nodeArguments], {
      cwd: PROJECT_DIR,
      env: recipe.environment,
      detached: true, // Ctrl-C in the terminal reaches the supervisor only, which then stops things in order
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    launched.once("error", (error) =>
      reporter.info(`the ${recipe.name} process cannot be started: ${error.message}`),
    );
    launched.once("close", (code, signal) =>
      onClosed(performance.now() - startedAt, signal ?? `exit code ${code}`),
    );
    return launched;
  }

  function onClosed(ranForMs: number, how: string): void {
    if (stopping) return;
    const { delayMs, history } = restartDelay(crashes, ranForMs);
    crashes = history;
    reporter.info(`the ${recipe.name} process ended (${how}); restarting in ${delayMs / 1000} s`);
    pendingRestart = setTimeout(() => {
      pendingRestart = undefined;
      child = launch();
    }, delayMs);
  }

  return {
    name: recipe.name,
    get pid() {
      return child.pid;
    },
    async stop(graceMs) {
      stopping = true;
      clearTimeout(pendingRestart);
      if (pendingRestart || hasEnded(child)) return;
      await endWithin(child, graceMs);
    },
    kill() {
      stopping = true;
      clearTimeout(pendingRestart);
      killGroup(child);
    },
  };
}

async function endWithin(child: ChildProcess, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  child.kill("SIGTERM");
  const timer = setTimeout(() => killGroup(child), graceMs);
  await closed;
  clearTimeout(timer);
}

function hasEnded({ exitCode, signalCode, pid }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null || pid === undefined;
}

/** The process leads a group of its own, so its children go with it. */
function killGroup(child: ChildProcess): void {
  if (hasEnded(child) || child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL"); // no such group (Windows)
  }
}
