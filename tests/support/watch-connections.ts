import { execFileSync } from "node:child_process";
import { createServer, type Server, Socket } from "node:net";
import { isPublicAddress } from "#lib/net/public-address.ts";

/** Where the cloud keeps its secrets; nobody is there on a machine of one's own. */
const METADATA_ADDRESS = "169.254.169.254";
const WEB_PORTS = [80, 443];

export type Watch = {
  /** Every TCP connection that this process began, as `address:port`, but for those of the database driver. */
  readonly attempts: () => readonly string[];
  /** Connections that the listeners got, whoever made them. */
  readonly accepted: () => number;
  /** Where they listen, as `address:port`. */
  readonly listening: readonly string[];
  readonly close: () => void;
};

/**
 * Watches who is connected to, twice: listeners where nobody may ever call, and every socket of this process at the moment at which
 * it turns to an address. The latter needs no rights, so that a machine on which the well-known ports or the metadata address cannot
 * be had proves the same. Connections to the open internet are noted and ended.
 */
export async function watchConnections(port: number): Promise<Watch> {
  const removeAddress = addMetadataAddress();
  const addresses = ["127.0.0.1", "::1", METADATA_ADDRESS];
  const wanted = addresses.flatMap((address) => [...WEB_PORTS, port].map((it) => [address, it] as const));
  let accepted = 0;
  const servers: Server[] = [];
  const listening: string[] = [];
  for (const [address, it] of wanted) {
    const server = createServer((socket) => {
      accepted += 1;
      socket.destroy();
    });
    if (!(await canListen(server, address, it))) continue;
    servers.push(server);
    listening.push(`${address}:${it}`);
  }
  const attempts: string[] = [];
  const release = watchSockets((address, it) => attempts.push(`${address}:${it}`));
  return {
    attempts: () => attempts,
    accepted: () => accepted,
    listening,
    close() {
      release();
      for (const server of servers) server.close();
      removeAddress();
    },
  };
}

function canListen(server: Server, address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, address, () => resolve(true));
  });
}

/** @returns what takes it away again; nothing happens where the rights or the tool are missing, or it is there already */
function addMetadataAddress(): () => void {
  const change = (verb: "add" | "del") =>
    execFileSync("ip", ["address", verb, `${METADATA_ADDRESS}/32`, "dev", "lo"], { stdio: "ignore" });
  try {
    change("add");
    return () => change("del");
  } catch {
    return () => undefined;
  }
}

type Connect = typeof Socket.prototype.connect;

function watchSockets(onAttempt: (address: string, port: number) => void): () => void {
  const original: Connect = Socket.prototype.connect;
  const watched = function (this: Socket, ...given: Parameters<Connect>): Socket {
    if (!isOfDatabaseDriver(new Error("who connects?").stack)) {
      this.on("connectionAttempt", (address: string, port: number) => {
        onAttempt(address, port);
        if (isPublicAddress(address)) setImmediate(() => this.destroy(new Error("no network in tests")));
      });
    }
    return original.apply(this, given);
  };
  Socket.prototype.connect = watched as Connect; // its overloads all take what `given` is
  return () => {
    Socket.prototype.connect = original;
  };
}

function isOfDatabaseDriver(stack = ""): boolean {
  return stack.includes("/node_modules/pg/");
}
