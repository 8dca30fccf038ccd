import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { freePort } from "#scripts/free-port.ts";
import { createThrowAwayDir } from "#scripts/postgres/throw-away.ts";
import { waitUntilAnswering } from "#scripts/processes/wait-until-answering.ts";
import { startBalancer } from "./balancer.ts";
import { type Machine, startMachine } from "./machine.ts";
import { startServices } from "./services.ts";

/** Two web machines behind a balancer and two workers, which share one PostgreSQL and one bucket and nothing else. */
export type Cluster = {
  /** What it is made of, for the one who reads. */
  readonly words: string;
  /** For tests that speak to it at its address, and with `lib` to its database and its bucket. */
  readonly environment: NodeJS.ProcessEnv;
  /** A worker machine is lost. */
  readonly loseWorker: () => Promise<void>;
  /** Another one takes its place. */
  readonly addWorker: () => Promise<void>;
  /** The web machine that is the oldest is shut down, and a new one comes up at its address. */
  readonly replaceWeb: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** @param logFile where all machines write; @throws when a web machine does not answer in time */
export async function startCluster(logFile: string): Promise<Cluster> {
  const services = await startServices();
  const ports = [await freePort(), await freePort()];
  const balancer = await startBalancer(await freePort(), ports);
  const ownDataDir = await createThrowAwayDir();
  const log = createWriteStream(logFile);
  await once(log, "open");
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    ...services.environment,
    NODE_ENV: "production",
    PUBLIC_URL: balancer.origin,
    TRUSTED_PROXY_HEADER: "x-forwarded-for",
    SANDBOX_QUEUE_SECONDS: "0",
  };
  const addWeb = (port: number) => startWeb(port, { environment, log });
  const addWorker = () => startMachine({ command: "worker", environment, log });

  // Both at once on an empty database: one of them migrates it.
  const webs = await Promise.all(ports.map(async (port) => ({ port, machine: await addWeb(port) })));
  const workers = [await addWorker(), await addWorker()];
  return {
    words: `${services.words}, two web processes behind a balancer, two workers`,
    environment: { ...environment, STUDIO_ORIGIN: balancer.origin, DATA_DIR: ownDataDir },
    loseWorker: async () => workers.shift()?.lose(),
    addWorker: async () => void workers.push(await addWorker()),
    async replaceWeb() {
      const oldest = webs.shift();
      if (oldest === undefined) throw new Error("there is no web machine");
      await oldest.machine.shutDown();
      webs.push({ port: oldest.port, machine: await addWeb(oldest.port) });
    },
    async stop() {
      const machines = [...webs.map(({ machine }) => machine), ...workers];
      await Promise.all(machines.map((machine) => machine.shutDown()));
      await Promise.all([balancer.close(), services.stop()]);
      await rm(ownDataDir, { recursive: true, force: true });
      log.end();
    },
  };
}

const READY_WITHIN_MS = 90_000;

type Setting = Pick<Parameters<typeof startMachine>[0], "environment" | "log">;

async function startWeb(port: number, { environment, log }: Setting): Promise<Machine> {
  const own = { ...environment, PORT: String(port), HOST: "127.0.0.1" };
  const machine = await startMachine({ command: "serve", environment: own, log });
  if (await waitUntilAnswering(`http://127.0.0.1:${port}/api/livez`, { withinMs: READY_WITHIN_MS }))
    return machine;
  await machine.lose();
  throw new Error("a web machine does not answer; the log says why");
}
