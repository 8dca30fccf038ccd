import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { WriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { createThrowAwayDir } from "#scripts/postgres/throw-away.ts";
import { guardArguments } from "#scripts/processes/guard-arguments.ts";
import { PROJECT_DIR } from "#scripts/project-dir.ts";

/** A machine that does one thing, by the command that an operator would give, with an empty DATA_DIR of its own. */
export type Machine = {
  /** SIGTERM, as a service manager sends it; resolves when the command has ended. */
  readonly shutDown: () => Promise<void>;
  /** SIGKILL of the command: its process ends with it, in the middle of whatever it does. */
  readonly lose: () => Promise<void>;
};

type MachinePlan = {
  /** A script of ours. */
  readonly command: "serve" | "worker";
  readonly environment: NodeJS.ProcessEnv;
  readonly log: WriteStream;
};

export async function startMachine({ command, environment, log }: MachinePlan): Promise<Machine> {
  const dataDir = await createThrowAwayDir();
  const child = spawn(process.execPath, [...guardArguments(), `scripts/${command}.ts`], {
    cwd: PROJECT_DIR,
    env: { ...environment, DATA_DIR: dataDir },
    stdio: ["ignore", log, log, "ipc"], // the guard watches the channel: a killed test run leaves nothing behind
  });
  const end = async (signal: NodeJS.Signals) => {
    await ended(child, signal);
    await rm(dataDir, { recursive: true, force: true });
  };
  return { shutDown: () => end("SIGTERM"), lose: () => end("SIGKILL") };
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill(signal);
  await gone;
}
