import { db } from "#lib/db/client.ts";
import { nativeError } from "#lib/kling/dialects/native-envelope.ts";
import { readNumber } from "#lib/kling/dialects/unknown-values.ts";
import type { ResourcePack } from "#lib/kling/selection.ts";
import { findProvider } from "#lib/providers/registry.ts";
import { GatewayRefusal } from "./refusal.ts";
import type { GatewayCall } from "./serve.ts";

/** Packs of the team's default connection that were good at some time of the given span (off-26 §4.5). */
export async function readAccountCosts({ principal, query, request }: GatewayCall): Promise<object> {
  const start = readTime(query, "start_time");
  const end = readTime(query, "end_time");
  if (end < start) throw new GatewayRefusal(nativeError(1201, "end_time is before start_time"));
  const name = query.get("resource_pack_name");
  const connection = await db.connection.findFirst({
    where: { teamId: principal.teamId, isDefault: true, isEnabled: true },
  });
  const provider = connection && findProvider(connection);
  const packs = (await provider?.resourcePacks?.(request.signal)) ?? [];
  const wanted = packs.filter(
    (pack) => isWithin(pack, start, end) && (!name || pack.resource_pack_name === name),
  );
  // The envelope comes twice here (off-26 §4.5).
  return { code: 0, msg: "success", resource_pack_subscribe_infos: wanted };
}

function isWithin({ effective_time, invalid_time }: ResourcePack, start: number, end: number): boolean {
  return effective_time <= end && invalid_time >= start;
}

function readTime(query: URLSearchParams, name: string): number {
  const value = readNumber(query.get(name) ?? "");
  if (value !== undefined && Number.isInteger(value) && value >= 0) return value;
  throw new GatewayRefusal(nativeError(1201, `${name} must be a time in milliseconds`));
}
