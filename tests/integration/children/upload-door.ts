import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { POST as finish } from "#app/api/uploads/[uploadId]/finish/route.ts";
import { DELETE, HEAD, PATCH } from "#app/api/uploads/[uploadId]/route.ts";
import { POST } from "#app/api/uploads/route.ts";
import { env } from "#lib/env.ts";

/** The studio's routes for uploads on DOOR_PORT, bodies streaming; only Next around them is left out. */
const server = createServer((incoming, outgoing) => {
  // A caller who hangs up in the middle is what this is about.
  answer(incoming, outgoing).catch(() => outgoing.destroy());
});

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { method = "GET", url = "/" } = incoming;
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
  const body = method === "POST" || method === "PATCH" ? incoming : null;
  // The platform's type knows neither `duplex` nor Node's streams.
  const init = { method, headers, body, duplex: "half" } as unknown as RequestInit;
  const [, , , uploadId = "", deed] = url.split("/");
  const route = deed === "finish" ? finish : uploadId === "" ? POST : BY_METHOD[method];
  if (route === undefined) return void outgoing.writeHead(405).end();
  const request = new Request(new URL(url, env.PUBLIC_URL), init);
  const response = await route(request, { params: Promise.resolve({ uploadId }) });
  outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text());
}

const BY_METHOD: Readonly<Record<string, typeof PATCH>> = { HEAD, PATCH, DELETE };

server.listen(Number(process.env.DOOR_PORT), "127.0.0.1");
