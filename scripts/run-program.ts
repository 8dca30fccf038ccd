import { spawn } from "node:child_process";
import { OperatorError } from "./operator-error.ts";
import { PROJECT_DIR } from "./project-dir.ts";

type Program = {
  /** Arguments of Node; the first one is the script. */
  nodeArguments: readonly string[];
  environment?: NodeJS.ProcessEnv;
  /** What the person reads when it fails: "The studio could not be built". */
  failure: string;
  /** Told every line the program writes. */
  onLine?: (line: string) => void;
  /** Ends the program early. */
  signal?: AbortSignal | undefined;
};

/** Runs a Node program quietly; its output is shown only when it fails. */
export async function runProgram({
  nodeArguments,
  environment,
  failure,
  onLine,
  signal,
}: Program): Promise<void> {
  const child = spawn(process.execPath, nodeArguments, {
    cwd: PROJECT_DIR,
    env: environment ?? process.env,
    stdio: ["ignore", "pipe", "pipe"],
    signal,
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      output.push(chunk);
      for (const line of chunk.split("\n")) if (line.trim() !== "") onLine?.(line.trim());
    });
  }
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (exitCode !== 0) throw new OperatorError(`${failure}:\n${output.join("").trim()}`);
}
