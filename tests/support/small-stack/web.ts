import { createServer } from "node:http";

/** Answers with its own process id; ends only when it is killed, as a server with open event streams does. */
createServer((_request, response) => response.end(String(process.pid))).listen(Number(process.env.PORT));
process.on("SIGTERM", () => undefined);
