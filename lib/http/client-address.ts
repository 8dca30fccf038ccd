import { getIP } from "@better-auth/core/utils/ip";
import { env } from "#lib/env.ts";

/**
 * The caller's address as the reverse proxy names it, IPv6 cut to its /64; null when no proxy is trusted. The same
 * rule as for sign-in: a header that anyone can write is never believed.
 */
export function clientAddressOf(headers: Headers): string | null {
  if (env.TRUSTED_PROXY_HEADER === undefined) return null;
  return getIP(headers, { advanced: { ipAddress: { ipAddressHeaders: [env.TRUSTED_PROXY_HEADER] } } });
}
