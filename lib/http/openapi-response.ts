import { env } from "#lib/env.ts";
import { gatewayOpenApi } from "./gateway-openapi.ts";
import type { Json } from "./openapi.ts";
import { studioOpenApi } from "./studio-openapi.ts";

const held = new Map<(serverUrl: string) => Json, string>();

export function studioOpenApiResponse(): Response {
  return documentResponse(studioOpenApi);
}

export function gatewayOpenApiResponse(): Response {
  return documentResponse(gatewayOpenApi);
}

/** The document, written once per process. */
function documentResponse(write: (serverUrl: string) => Json): Response {
  const text = held.get(write) ?? JSON.stringify(write(env.PUBLIC_URL));
  held.set(write, text);
  return new Response(text, { headers: { "content-type": "application/json", "cache-control": "no-cache" } });
}
