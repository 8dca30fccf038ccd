import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

const POLL_MS = 100;

/** A port that nobody listens on at this moment, chosen by the system. */
export async function freePort(): Promise<number> {
  const port = await listenOnce(0, "127.0.0.1");
  if (port === null) throw new Error("the system has no free port");
  return port;
}

/** Whether this process could listen on the port now. Without a host: on all interfaces, as a public server does. */
export async function isPortFree(port: number, host?: string): Promise<boolean> {
  return (await listenOnce(port, host)) !== null;
}

/** Waits for a port that a dying process may still hold. False when it is still taken after `waitMs`. */
export async function waitForFreePort({
  port,
  host,
  waitMs,
}: {
  port: number;
  host?: string | undefined;
  waitMs: number;
}): Promise<boolean> {
  const deadline = performance.now() + waitMs;
  while (!(await isPortFree(port, host))) {
    if (performance.now() >= deadline) return false;
    await delay(POLL_MS);
  }
  return true;
}

async function listenOnce(port: number, host?: string): Promise<number | null> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(null));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const chosen = address !== null && typeof address === "object" ? address.port : null;
      server.close(() => resolve(chosen));
    });
  });
}
