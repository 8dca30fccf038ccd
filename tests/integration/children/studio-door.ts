import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { POST } from "#app/api/tasks/route.ts";
import { env } from "#lib/env.ts";

/** The studio's own `POST /api/tasks` on DOOR_PORT, with all that its route does; only Next around it is left out. */
const server = createServer(async (incoming, outgoing) => {
  const { method = "GET", url = "/" } = incoming;
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
  const request = new Request(new URL(url, env.PUBLIC_URL), {
    method,
    headers,
    body: new Uint8Array(await buffer(incoming)),
  });
  const answer = await POST(request, { params: Promise.resolve({}) });
  outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
});

server.listen(Number(process.env.DOOR_PORT), "127.0.0.1");
