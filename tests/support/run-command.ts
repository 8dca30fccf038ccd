import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";

const PROJECT_DIR = resolve(import.meta.dirname, "..", "..");

export type CommandResult = {
  readonly code: number | null;
  /** What it wrote for the person at the keyboard. */
  readonly said: string;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** A script of ours as an operator would run it, to its end. */
export async function runScript(script: string, words: readonly string[], environment: Environment = {}) {
  const child = spawn(process.execPath, [`scripts/${script}.ts`, ...words], {
    cwd: PROJECT_DIR,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const [code] = await once(child, "close");
  return { code, said } as CommandResult; // "close" tells the exit code first
}
