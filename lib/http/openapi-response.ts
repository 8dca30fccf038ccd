import { STUDIO_OPERATIONS } from "#lib/contract/operations.ts";
import { env } from "#lib/env.ts";
import { openApiOf } from "./openapi.ts";

let held: string | undefined;

/** The document, written once per process. */
export function openApiResponse(): Response {
  held ??= JSON.stringify(openApiOf(STUDIO_OPERATIONS, env.PUBLIC_URL));
  return new Response(held, { headers: { "content-type": "application/json", "cache-control": "no-cache" } });
}
