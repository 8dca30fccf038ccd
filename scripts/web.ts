import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import next from "next";
import { LEAVING } from "#lib/http/leaving.ts";
import { gatewayCalls } from "./web/gateway.ts";
import { staticFiles } from "./web/static-files.ts";

/**
 * The web process of a built studio: Next behind a plain server that answers the gateway's calls itself and hands out
 * the build's own files compressed ahead.
 * `PORT` and `HOST` say where. SIGTERM ends event streams and lets other running answers end by themselves, for as long as
 * the supervisor is patient.
 */
const port = Number(process.env.PORT);
const hostname = process.env.HOST || undefined;
const GRACE_MS = 3_500;
const IDLE_CHECK_MS = 50;

const studio = next({ dev: false, port, hostname: hostname ?? "localhost" });
await studio.prepare();
const answerByNext = studio.getRequestHandler();
const answerStatic = staticFiles();
const answerGateway = gatewayCalls();

const server = createServer((request: IncomingMessage, response: ServerResponse) => {
  answerGateway(request, response, () =>
    answerStatic(request, response, () => void answerByNext(request, response)),
  );
});

process.once("SIGTERM", () => {
  server.close(() => process.exit(0));
  LEAVING.publish(null);
  setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS).unref(); // each one as soon as its answer is out
  setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
});

server.once("error", (error) => {
  console.error(error.message);
  process.exit(1);
});
server.listen(port, hostname);
