import type { TestProcess } from "#tests/support/worker-process.ts";

/** A process that is started again whenever it dies, as the supervisor does it. */
export type KeptRunning = {
  readonly kill: () => void;
  /** Freezes it; whoever thaws it must call what this returns. */
  readonly freeze: () => () => void;
  readonly output: () => string;
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
};

export function keepRunning(start: () => TestProcess): KeptRunning {
  let current = start();
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      await current.ended;
      if (!isOver) current = start();
    }
  })();
  return {
    kill: () => void current.child.kill("SIGKILL"),
    freeze() {
      const { child } = current;
      child.kill("SIGSTOP");
      return () => void child.kill("SIGCONT");
    },
    output: () => current.output(),
    async end(signal) {
      isOver = true;
      await current.kill(signal);
      await watching;
    },
  };
}
