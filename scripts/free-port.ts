import { createServer } from "node:net";

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
