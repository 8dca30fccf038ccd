import type { Db, Transaction } from "#lib/db/client.ts";
import type { Connection } from "#lib/db/generated/client.ts";
import type { FactsByPath } from "#lib/kling/kinds/kind.ts";
import type { DeliveredFile } from "#lib/kling/media-delivery.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import { mediaOf } from "#lib/kling/requests/request-media.ts";
import { upstreamViolations } from "#lib/kling/upstream-violations.ts";
import { httpUpstreamOf } from "#lib/kling/upstreams.ts";
import type { Violation } from "#lib/kling/violation.ts";
import { isStudioPublic } from "#lib/net/studio-address.ts";
import { findUpstreamIds } from "./submission-media.ts";

type Order = {
  readonly connection: Pick<Connection, "id" | "teamId" | "provider" | "preset">;
  readonly request: TaskRequest;
  /** Of the files that are known so far. */
  readonly facts: FactsByPath;
};

/**
 * Why the upstream of this connection can never be sent this request: no words for it, or no way for its files. Asked before an
 * order is placed, or moved to another connection; empty for the sandbox, which takes everything.
 */
export async function upstreamRefusals(
  client: Db | Transaction,
  { connection, request, facts }: Order,
): Promise<readonly Violation[]> {
  const upstream = httpUpstreamOf(connection);
  if (upstream === null) return [];
  const known = mediaOf(request).filter(({ path }) => facts.has(path));
  const references = known.filter(({ field }) => field.type === "output").map(({ reference }) => reference);
  const { id: connectionId, teamId } = connection;
  const upstreamIds = await findUpstreamIds({ teamId, connectionId, references }, client);
  const files = new Map<string, DeliveredFile>();
  for (const { path, reference } of known) {
    const bytes = facts.get(path)?.bytes ?? 0;
    files.set(path, { bytes, upstreamId: upstreamIds.get(reference) ?? null });
  }
  return upstreamViolations(request, { upstream, isStudioPublic: isStudioPublic(), files });
}
