import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";

/** A reverse proxy before several web processes: each request goes to the next one, without stickiness. */
export type Balancer = { readonly origin: string; readonly close: () => Promise<void> };

/** @param ports of the web processes on this machine; one that refuses a connection is passed over, as nginx does */
export async function startBalancer(port: number, ports: readonly number[]): Promise<Balancer> {
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    turn += 1;
    const order = ports.map((_, index) => ports[(turn + index) % ports.length] ?? port);
    passOn({ incoming, outgoing }, order);
  });
  server.requestTimeout = 0; // long uploads are the studio's own matter
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://localhost:${port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

type Exchange = { readonly incoming: IncomingMessage; readonly outgoing: ServerResponse };

/** Nothing of the body is read before somebody is there to take it, so that the next one can still have all of it. */
function passOn({ incoming, outgoing }: Exchange, [port, ...others]: readonly number[]): void {
  if (port === undefined) {
    outgoing.writeHead(502).end("no web process answers");
    return;
  }
  let isConnected = false;
  const { method, url, headers } = incoming;
  const forwarded = { ...headers, "x-forwarded-for": incoming.socket.remoteAddress ?? "" };
  const call = request({ host: "127.0.0.1", port, method, path: url, headers: forwarded, agent: false });
  call.once("socket", (socket) =>
    socket.once("connect", () => {
      isConnected = true;
      incoming.pipe(call);
    }),
  );
  call.once("response", (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    outgoing.flushHeaders(); // an event stream may have nothing to say for a while
    answer.pipe(outgoing);
    answer.once("error", () => outgoing.destroy());
  });
  call.once("error", () => {
    if (!isConnected) passOn({ incoming, outgoing }, others);
    else if (outgoing.headersSent) outgoing.destroy();
    else outgoing.writeHead(502).end("the web process broke off");
  });
  outgoing.once("close", () => call.destroy());
}
