import { type NextRequest, NextResponse } from "next/server";
import { env } from "#lib/env.ts";
import { pagePolicy } from "#lib/http/content-security-policy.ts";
import { addTransportSecurity, isSecureStudio } from "#lib/http/transport-security.ts";

/**
 * Gives every page its policy with a fresh nonce, which Next puts on its own scripts and styles. Nothing is decided
 * here about who may see what: routes and pages do that themselves, and stay safe when this file is bypassed.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const policy = pagePolicy({
    nonce,
    isDevelopment: env.NODE_ENV === "development",
    isSecure: isSecureStudio(),
  });
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  addTransportSecurity(response.headers);
  return response;
}

/** Pages, missing ones included. The rest has the static policy of `next.config.ts`, and bodies that must not be buffered here. */
export const config = { matcher: ["/((?!api/|v1/|account/|kling/|_next/).*)"] };
