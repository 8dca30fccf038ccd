import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One call that the fixture was sent, whole. */
export type ReceivedCall = {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

export type HttpFixture = {
  readonly port: number;
  readonly calls: readonly ReceivedCall[];
  /** Connections, whether or not anything was said on them. */
  readonly connections: () => number;
  readonly close: () => void;
};

type Answer = (call: ReceivedCall, response: ServerResponse) => void;

/** A plain HTTP server on the loopback interface that plays a host of the outside world; see OUTBOUND_HOST_MAP. */
export async function startHttpFixture(answer: Answer): Promise<HttpFixture> {
  const calls: ReceivedCall[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const body = Buffer.concat(chunks).toString("utf8");
      const call = { method, host: headers.host ?? "", path: url, headers, body };
      calls.push(call);
      answer(call, response);
    });
  });
  server.on("connection", () => {
    connections += 1;
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  return {
    port,
    calls,
    connections: () => connections,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
