import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { PROJECT_DIR } from "#scripts/project-dir.ts";

export type RunningStack = {
  child: ChildProcess;
  /** Everything it has said so far. */
  output(): string;
  /** Resolves with the first match in what it says (or has said); fails when it ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** The exit code once it has ended. */
  ended: Promise<number | null>;
};

/** Starts a script of ours as a person would: its own process, told by environment and signals only. */
export function runScript(script: string, environment: Partial<NodeJS.ProcessEnv>): RunningStack {
  const { DATABASE_URL: _unused, ...inherited } = process.env; // each stack brings up its own database
  const child = spawn(process.execPath, [path.join(PROJECT_DIR, script)], {
    cwd: PROJECT_DIR,
    env: { ...inherited, ...environment, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  const ended = once(child, "close").then(([code]: (number | null)[]) => code ?? null);
  return {
    child,
    output: () => text,
    ended,
    says: (pattern) => waitForText({ child, pattern, read: () => text }),
  };
}

type Waiting = { child: ChildProcess; pattern: RegExp; read: () => string };

function waitForText({ child, pattern, read }: Waiting): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const match = pattern.exec(read());
      if (match) resolve(match);
    };
    child.stdout?.on("data", look);
    child.stderr?.on("data", look);
    child.once("close", () => reject(new Error(`ended without saying ${pattern}:\n${read()}`)));
    look();
  });
}
