import type { ConnectionView } from "#lib/contract/connections.ts";
import { encodeGenerations } from "#lib/kling/dialects/generations-encode.ts";
import { encodeUnified } from "#lib/kling/dialects/unified-encode.ts";
import type { ClipRequest } from "#lib/kling/requests/clip.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { checkRequest } from "#lib/kling/rules.ts";
import type { Localized } from "#lib/shared/localized.ts";

/** Why a clip is not made at a connection as it is asked for. */
export type ConnectionRefusal =
  | { readonly kind: "off" }
  | { readonly kind: "paused" }
  /** What its dialect has no words for, as the request spells it. */
  | { readonly kind: "dialect"; readonly fields: readonly string[] }
  /** The official map, where the connection holds to it. */
  | { readonly kind: "map"; readonly message: Localized };

/** Null when nothing is known against it. */
export function connectionRefusal(
  { isEnabled, isPaused, provider, policy }: ConnectionView,
  request: ClipRequest,
): ConnectionRefusal | null {
  if (!isEnabled) return { kind: "off" };
  const fields = fieldsWithoutWord(provider, request);
  if (fields.length > 0) return { kind: "dialect", fields };
  const refused = checkRequest(request, policy).find(
    ({ class: found, severity }) => found === "capability" && severity === "error",
  );
  if (refused !== undefined) return { kind: "map", message: refused.message };
  return isPaused ? { kind: "paused" } : null;
}

/** Fields of a task for which the dialect of such a connection has no words, as the request spells them. */
export function fieldsWithoutWord(
  provider: ConnectionView["provider"],
  request: TaskRequest,
): readonly string[] {
  if (provider !== "unified" && provider !== "generations") return [];
  const encoded = provider === "unified" ? encodeUnified(request) : encodeGenerations(request);
  return encoded.ok ? [] : encoded.fields;
}
