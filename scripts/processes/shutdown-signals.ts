const SAME_PRESS_MS = 1_000;

/**
 * Calls `drain` at the first request to end (Ctrl-C, SIGTERM, SIGHUP, or the bootstrap gone) and `force` at the next.
 * One Ctrl-C arrives several times (from the terminal, from npm, from the bootstrap): what comes within a second counts
 * as one.
 */
export function onShutdownRequest({ drain, force }: { drain: () => void; force: () => void }): void {
  let firstAt: number | undefined;
  const onRequest = () => {
    if (firstAt === undefined) {
      firstAt = performance.now();
      drain();
    } else if (performance.now() - firstAt > SAME_PRESS_MS) {
      force();
    }
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, onRequest);
  process.on("disconnect", onRequest);
  process.channel?.unref();
}
