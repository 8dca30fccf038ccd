import { findSession } from "#lib/teams/session.ts";
import { readHealth } from "./health.ts";

/** 200 or 503, for machines; the parts only for people who are signed in. */
export async function healthResponse(request: Request): Promise<Response> {
  const health = await readHealth(new Date());
  const status = health.status === "up" ? 200 : 503;
  // Without a database nobody can be recognised, and nobody needs to be.
  const session = health.parts.database?.status === "up" ? await findSession(request.headers) : null;
  const body = session ? health : { status: health.status };
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}
