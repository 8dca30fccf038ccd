import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { pour } from "./pour.ts";
import type { Toxic, ToxicScript } from "./toxic.ts";

export type FaultProxy = {
  readonly url: string;
  readonly port: number;
  /** How many connections something was done to. */
  readonly faults: () => number;
  readonly setScript: (script: ToxicScript) => void;
  readonly close: () => Promise<void>;
};

/** A TCP proxy between us and one upstream on this machine that treats each connection as its script says. */
export async function startFaultProxy(
  targetUrl: string,
  script: ToxicScript = () => null,
): Promise<FaultProxy> {
  const target = Number(new URL(targetUrl).port);
  const sockets = new Set<Socket>();
  let current = script;
  let connections = 0;
  let faults = 0;

  const server = createServer((client) => {
    keep(client);
    client.once("data", (first) => {
      client.pause();
      const [, method = "", path = ""] = /^(\S+) (\S+)/.exec(first.toString("latin1")) ?? [];
      connections += 1;
      const toxic = current({ n: connections, method, path });
      if (toxic !== null) faults += 1;
      join(client, first, toxic);
    });
  });

  function keep(socket: Socket): void {
    sockets.add(socket);
    socket.on("error", () => socket.destroy()); // either end may be killed at any time
    socket.on("close", () => sockets.delete(socket));
  }

  function dial(): Socket {
    const upstream = connect(target, "127.0.0.1");
    keep(upstream);
    return upstream;
  }

  function join(client: Socket, first: Buffer, toxic: Toxic | null): void {
    if (toxic?.type === "down" || toxic?.type === "reset_peer") {
      client.resetAndDestroy();
      return;
    }
    if (toxic?.type === "timeout") {
      hang(client, toxic.ms);
      return;
    }
    const upstream = dial();
    upstream.write(first);
    if (toxic?.type === "dup") repeat(client, first);
    client.pipe(upstream);
    client.on("close", () => upstream.destroy());
    void pour({ from: upstream, to: client, toxic });
  }

  function repeat(client: Socket, first: Buffer): void {
    const second = dial();
    second.write(first);
    client.on("data", (chunk) => second.write(chunk));
    second.resume();
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // a TCP server has a port
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    faults: () => faults,
    setScript: (next) => {
      current = next;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

function hang(client: Socket, ms: number): void {
  client.resume();
  if (ms > 0) setTimeout(() => client.destroy(), ms).unref();
}
