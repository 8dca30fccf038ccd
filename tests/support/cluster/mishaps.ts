import type { Cluster } from "./start-cluster.ts";

/** What befalls the machines while the browser tests run. */
export type Mishaps = {
  /** Reads along in Playwright's list of tests, which is how it knows when it is time. */
  readonly onLine: (line: string) => void;
  /** Resolves when all of them are over. @throws what could not be done, or when the tests ended before */
  readonly settled: () => Promise<void>;
};

type Mishap = { readonly share: number; readonly what: string; readonly happen: () => Promise<void> };

const TOTAL = /^Running (\d+) tests? using/;
const RESULT = /^\s+(✓|✘|ok|x|-)\s+\d+\s/;

/** A worker is lost after a quarter of the tests, the web machines are replaced in the middle, another worker comes later. */
export function mishaps(cluster: Cluster, announce: (text: string) => void): Mishaps {
  const left: Mishap[] = [
    { share: 0.25, what: "a worker machine is lost (SIGKILL)", happen: cluster.loseWorker },
    { share: 0.5, what: "a web machine is replaced (SIGTERM)", happen: cluster.replaceWeb },
    { share: 0.7, what: "another worker takes the lost one's place", happen: cluster.addWorker },
  ];
  let total = Number.POSITIVE_INFINITY;
  let done = 0;
  let happening = Promise.resolve();
  return {
    onLine(line) {
      total = Number(TOTAL.exec(line)?.[1] ?? total);
      if (RESULT.test(line)) done += 1;
      const next = left[0];
      if (next === undefined || done / total < next.share) return;
      left.shift();
      happening = happening.then(() => {
        announce(next.what);
        return next.happen();
      });
      happening.catch(() => undefined); // told by settled()
    },
    async settled() {
      await happening;
      if (left.length > 0) throw new Error(`the tests were over before this happened: ${left[0]?.what}`);
    },
  };
}
