import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { appEnvironment } from "#scripts/app-environment.ts";
import { guardArguments } from "#scripts/processes/guard-arguments.ts";
import type { ProcessRecipe } from "#scripts/processes/managed-process.ts";
import { webRecipe, workerRecipe } from "#scripts/processes/recipes.ts";
import { waitUntilAnswering } from "#scripts/processes/wait-until-answering.ts";
import { PROJECT_DIR } from "#scripts/project-dir.ts";
import { loadSecrets } from "#scripts/secrets.ts";

/** A process that the test starts, stops and kills itself: nothing restarts it. */
export type AppProcess = {
  readonly pid: number | undefined;
  start(): void;
  /** SIGTERM, or the given signal; resolves when the process is gone. */
  end(signal?: NodeJS.Signals): Promise<void>;
};

export type App = {
  url: string;
  /** What web and worker were given; tests that use `lib` in their own process may want the same. */
  environment: NodeJS.ProcessEnv;
  web: AppProcess;
  worker: AppProcess;
  stop(): Promise<void>;
};

type AppOptions = {
  databaseUrl: string;
  /** An existing, throw-away folder. */
  dataDir: string;
  port: number;
  /** Added to the environment of both processes. */
  environment?: Partial<NodeJS.ProcessEnv>;
  /** Both processes write here; without it their output is lost. */
  logFile?: string;
};

const READY_WITHIN_MS = 60_000;

/** Starts web (the production build must exist) and worker on a migrated database, and waits until web answers. */
export async function startApp({
  databaseUrl,
  dataDir,
  port,
  environment = {},
  logFile,
}: AppOptions): Promise<App> {
  const url = `http://localhost:${port}`;
  const operator = { ...process.env, LOG_LEVEL: "info", SANDBOX_QUEUE_SECONDS: "0", ...environment };
  const secrets = await loadSecrets(dataDir);
  const complete = {
    ...appEnvironment(operator, { databaseUrl, dataDir, secrets }),
    PORT: String(port),
    PUBLIC_URL: url,
  };
  const log = logFile === undefined ? null : await openLog(logFile);
  const web = appProcess(webRecipe(complete, port), log);
  const worker = appProcess(workerRecipe(complete), log);
  web.start();
  worker.start();
  if (!(await waitUntilAnswering(`${url}/api/livez`, { withinMs: READY_WITHIN_MS }))) {
    await Promise.all([web.end("SIGKILL"), worker.end("SIGKILL")]);
    throw new Error(`the application does not answer on port ${port}; see ${logFile ?? "its log"}`);
  }
  return {
    url,
    environment: complete,
    web,
    worker,
    async stop() {
      await Promise.all([web.end("SIGKILL"), worker.end("SIGTERM")]);
      log?.end();
    },
  };
}

function appProcess(
  { name, nodeArguments, environment }: ProcessRecipe,
  log: WriteStream | null,
): AppProcess {
  let child: ChildProcess | undefined;
  return {
    get pid() {
      return child?.pid;
    },
    start() {
      if (child && isRunning(child)) throw new Error(`${name} is already running`);
      const output = log ?? "ignore";
      child = spawn(process.execPath, [...guardArguments(), ...nodeArguments], {
        cwd: PROJECT_DIR,
        env: environment,
        stdio: ["ignore", output, output, "ipc"], // the guard watches the channel: a killed test run leaves nothing behind
      });
    },
    async end(signal = "SIGTERM") {
      if (!child || !isRunning(child)) return;
      const gone = once(child, "exit");
      child.kill(signal);
      await gone;
    },
  };
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

/** A stream can be handed to a child only once its file is open. */
async function openLog(file: string): Promise<WriteStream> {
  const stream = createWriteStream(file, { flags: "a" });
  await once(stream, "open");
  return stream;
}
