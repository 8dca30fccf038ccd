import { PROVIDER_NAMES, type ProviderName } from "#lib/contract/connections.ts";
import type { Connection } from "#lib/db/generated/client.ts";
import { findUpstream, type UpstreamId } from "#lib/kling/upstreams.ts";
import type { CapabilityPolicy } from "#lib/kling/violation.ts";

/** Columns that are texts in the database and words of ours in the code. */

/** Should the column ever hold anything else, nobody is let past the capability map on a guess. */
export function policyOf({ policy }: Pick<Connection, "policy">): CapabilityPolicy {
  return policy === "warn" || policy === "off" ? policy : "strict";
}

/** @throws a plain Error for a row that this version did not write */
export function providerNameOf({ provider }: Pick<Connection, "provider">): ProviderName {
  const known = PROVIDER_NAMES.find((name) => name === provider);
  if (known === undefined) throw new Error(`there is no provider ${provider}`);
  return known;
}

/** A preset that this version no longer knows reads as one that a person filled in. */
export function presetOf({ preset }: Pick<Connection, "preset">): UpstreamId {
  return findUpstream(preset)?.id ?? "custom";
}
