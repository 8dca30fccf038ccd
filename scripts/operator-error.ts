import { existsSync } from "node:fs";

/** A failure the person at the keyboard can repair. Its message is the one sentence they see, without a stack. */
export class OperatorError extends Error {
  constructor(message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.name = "OperatorError";
  }
}

/**
 * Runs a command-line entry point with the variables of `.env`, if there is one: an operator error becomes one line and
 * exit code 1, a bug keeps its stack.
 */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    if (existsSync(".env")) process.loadEnvFile(".env"); // what is already set wins
    await main();
  } catch (error) {
    process.stderr.write(
      error instanceof OperatorError ? `framewright: ${error.message}\n` : `${detail(error)}\n`,
    );
    process.exitCode = 1;
  }
}

function detail(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
