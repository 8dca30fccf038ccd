import { lookup as resolveName } from "node:dns";
import type { LookupFunction } from "node:net";
import { Agent, buildConnector } from "undici";
import { env } from "#lib/env.ts";
import { isPublicAddress } from "./public-address.ts";

const CONNECT_TIMEOUT_MS = 5_000;

const LIMITS = {
  headersTimeout: 10_000,
  bodyTimeout: 15_000,
  maxHeaderSize: 16_384,
};

/** Each call has a connection of its own. */
const FRESH = { ...LIMITS, pipelining: 0 };

/** Calls follow each other on one connection, never two at a time; shorter than what servers keep open without saying so. */
const KEPT = { ...LIMITS, pipelining: 1, keepAliveTimeout: 4_000, keepAliveMaxTimeout: 60_000 };

class NotPublicError extends Error {}

/** Whether a call ended because its address led to somewhere that is not the open internet. */
export function isRefusedAddress(error: unknown): boolean {
  if (error instanceof NotPublicError) return true;
  return error instanceof Error && error.cause !== undefined && isRefusedAddress(error.cause);
}

/** Resolves a name and refuses it when any of its records is not public: a mixed answer is an attack or a mistake. */
const lookupPublic: LookupFunction = (hostname, options, callback) => {
  resolveName(hostname, { ...options, all: true }, (error, records) => {
    if (error !== null) return callback(error, []);
    if (records.length === 0 || records.some(({ address }) => !isPublicAddress(address))) {
      return callback(new NotPublicError(hostname), []);
    }
    const [first] = records;
    if (options.all === true || first === undefined) return callback(null, records);
    return callback(null, first.address, first.family);
  });
};

const connectPublic = buildConnector({ timeout: CONNECT_TIMEOUT_MS, lookup: lookupPublic });
const connectMapped = buildConnector({ timeout: CONNECT_TIMEOUT_MS });

const connectGuarded: buildConnector.connector = (options, callback) => {
  const fixture = env.OUTBOUND_HOST_MAP.get(options.hostname);
  if (fixture !== undefined) return connectMapped({ ...options, protocol: "http:", ...fixture }, callback);
  connectPublic(options, (error, socket) => {
    if (error !== null) return callback(error, null);
    if (isPublicAddress(socket.remoteAddress ?? "")) return callback(null, socket);
    socket.destroy();
    return callback(new NotPublicError("peer"), null);
  });
};

/**
 * The way to the open internet: the name is resolved once, every record must be public, the connection goes to the checked
 * address, and the peer is looked at again once connected. In tests alone, OUTBOUND_HOST_MAP leads the hosts that it names to a
 * fixture that speaks plain HTTP, whatever the scheme of the URL; for all other hosts nothing changes.
 */
export const guarded = new Agent({ ...FRESH, connect: connectGuarded });

/** The same way, for many calls to one host: a connection that is kept still leads to the address that was checked. */
export const guardedKept = new Agent({ ...KEPT, connect: connectGuarded });

/** The way to hosts of the operator's own network, for addresses that were found in OUTBOUND_ALLOWED_HOSTS. */
export const unguarded = new Agent({ ...FRESH, connect: { timeout: CONNECT_TIMEOUT_MS } });

export const unguardedKept = new Agent({ ...KEPT, connect: { timeout: CONNECT_TIMEOUT_MS } });
