/** Where long steps tell a person what happens. Plain lines, no colours needed, safe to pipe into a file. */
export type Reporter = {
  /** One line about something that is done or worth knowing. */
  info(text: string): void;
  /** Announces a step, tells every few seconds that it still runs, and says how long it took. */
  step<T>(text: string, work: () => Promise<T>): Promise<T>;
};

const STILL_RUNNING_EVERY_MS = 5_000;

/** A reporter that writes lines such as `[framewright] building the studio … 12 s`. */
export function lineReporter(
  write: (line: string) => void,
  now: () => number = () => performance.now(),
): Reporter {
  const info = (text: string) => write(`[framewright] ${text}\n`);
  return {
    info,
    async step(text, work) {
      const startedAt = now();
      info(`${text} …`);
      const ticker = setInterval(
        () => info(`${text} … ${seconds(now() - startedAt)}`),
        STILL_RUNNING_EVERY_MS,
      );
      try {
        const result = await work();
        info(`${text}: done in ${seconds(now() - startedAt)}`);
        return result;
      } finally {
        clearInterval(ticker);
      }
    },
  };
}

/** For commands whose standard output is their result: everything a person may want to know goes to stderr. */
export const stderrReporter: Reporter = lineReporter((line) => process.stderr.write(line));

export const stdoutReporter: Reporter = lineReporter((line) => process.stdout.write(line));

/** For tests. */
export const silentReporter: Reporter = { info: () => undefined, step: (_text, work) => work() };

function seconds(elapsedMs: number): string {
  return `${(elapsedMs / 1000).toFixed(1)} s`;
}
