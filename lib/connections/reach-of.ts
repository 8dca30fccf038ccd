import type { ConnectionReach } from "#lib/contract/connections.ts";
import { env } from "#lib/env.ts";
import { UPSTREAMS } from "#lib/kling/upstreams.ts";
import { AppError } from "#lib/shared/errors.ts";
import { baseUrlOf } from "./base-url.ts";
import { credentialColumns, requireCredentialKind } from "./connection-fields.ts";

type Owner = { readonly id: string; readonly teamId: string };

/**
 * The columns that say where an upstream is, what it speaks and what it knows us by.
 * @throws AppError invalid_request with `details.path`
 */
export function reachOf(reach: ConnectionReach, owner: Owner) {
  const { preset, credential } = reach;
  const upstream = UPSTREAMS[preset];
  requireCredentialKind(upstream, credential);
  return {
    preset,
    provider: providerOf(reach),
    baseUrl: baseUrlOf({ typed: reach.baseUrl, upstream, allowed: env.OUTBOUND_ALLOWED_HOSTS }),
    ...(credential && credentialColumns(credential, owner)),
  };
}

function providerOf({ preset, dialect }: ConnectionReach): string {
  if (preset === "sandbox") return "sandbox";
  const spoken = UPSTREAMS[preset].dialect ?? dialect;
  if (spoken !== undefined) return spoken;
  throw new AppError("invalid_request", "Say what this upstream speaks.", {
    details: { path: "dialect", reason: "missing" },
  });
}
