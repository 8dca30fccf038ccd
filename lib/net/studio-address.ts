import { isIP } from "node:net";
import { env } from "#lib/env.ts";
import { isPublicAddress } from "./public-address.ts";

/** Names that lead nowhere outside (RFC 6761, RFC 6762, RFC 8375), besides those without any dot. */
const INNER_NAMES = /(^|\.)(localhost|local|internal|test|invalid|example|home\.arpa|lan)$/i;

/** Whether somebody outside can reach this origin, as far as its name tells: no private address, no name of an inner network. */
export function isReachableFromOutside(origin: string): boolean {
  const hostname = new URL(origin).hostname.replace(/^\[|\]$/g, "").replace(/\.+$/, "");
  if (isIP(hostname) !== 0) return isPublicAddress(hostname);
  return hostname.includes(".") && !INNER_NAMES.test(hostname);
}

/** Whether upstreams can fetch media from this studio and tell it of their tasks. */
export function isStudioPublic(): boolean {
  return isReachableFromOutside(env.PUBLIC_URL);
}
