import { isIP } from "node:net";
import { AppError } from "#lib/shared/errors.ts";
import { isPublicAddress } from "./public-address.ts";

const MAX_URL_CHARACTERS = 2048;

/** Hosts of the operator's own network that may be reached although they are not public, as `host:port`. */
export type AllowedHosts = readonly string[];

/**
 * Parses a URL that came from outside and refuses what may never be called: other schemes, credentials, unusual ports, literal
 * addresses that are not public. Names are judged later, by the addresses they resolve to. The WHATWG parser has by then folded every
 * odd spelling of an address into the usual one.
 * @throws AppError invalid_request
 */
export function parseOutboundUrl(text: string, allowed: AllowedHosts): URL {
  if (text.length > MAX_URL_CHARACTERS || !URL.canParse(text)) throw refused("it is not a usable URL");
  const url = new URL(text);
  const hostname = url.hostname.replace(/\.+$/, "");
  if (hostname === "") throw refused("it names no host");
  url.hostname = hostname;
  if (url.username !== "" || url.password !== "") throw refused("it carries credentials");
  if (url.protocol !== "https:" && url.protocol !== "http:") throw refused("it is not http or https");
  if (isAllowed(url, allowed)) return url;
  if (url.port !== "") throw refused("only the usual ports are allowed");
  const literal = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(literal) !== 0 && !isPublicAddress(literal))
    throw refused("it names an address that is not public");
  return url;
}

/** Whether the operator has allowed this very host and port. */
export function isAllowed(url: URL, allowed: AllowedHosts): boolean {
  const port = url.port === "" ? (url.protocol === "https:" ? "443" : "80") : url.port;
  return allowed.includes(`${url.hostname}:${port}`);
}

export function refused(reason: string): AppError {
  return new AppError("invalid_request", `The address cannot be called: ${reason}.`);
}
