import type { z } from "zod";
import { appendAudit } from "#lib/audit/append-audit.ts";
import type { createConnectionSchema } from "#lib/contract/connections.ts";
import { UPSTREAMS } from "#lib/kling/upstreams.ts";
import { newId } from "#lib/shared/ids.ts";
import { changeConnections, makeDefault } from "./change-connections.ts";
import { columnsOf } from "./connection-fields.ts";
import { reachOf } from "./reach-of.ts";

export type NewConnection = z.output<typeof createConnectionSchema>;

/**
 * Connects an upstream account; what is not given is as its preset has it. It goes last in the order, and becomes the default when
 * that was asked for or when there is no other.
 * @returns the connection's id
 * @throws AppError invalid_request with `details.path` for an address, dialect or credential that cannot be
 */
export async function createConnection(teamId: string, given: NewConnection): Promise<string> {
  const { preset, dialect, baseUrl, credential, isDefault, ...settings } = given;
  const owner = { id: newId("connection"), teamId };
  const reach = reachOf({ preset, dialect, baseUrl, credential }, owner);
  const own = columnsOf({ ...settingsOf(preset), ...settings }, owner);
  await changeConnections(teamId, async (tx) => {
    const others = await tx.connection.findMany({ where: { teamId, removedAt: null } });
    const lowest = Math.min(0, ...others.map(({ priority }) => priority));
    const priority = others.length === 0 ? 0 : lowest - 1;
    const { parallel } = UPSTREAMS[preset];
    await tx.connection.create({
      data: { ...owner, maxParallel: parallel.video, ...own, name: given.name, ...reach, priority },
    });
    const isFirst = !others.some((other) => other.isDefault);
    if (isDefault || isFirst) await makeDefault(tx, { teamId, connectionId: owner.id });
    const objectId = owner.id;
    await appendAudit(tx, { teamId, action: "connection.created", objectId, details: { preset } });
  });
  return owner.id;
}

/** What the preset is known for; where that is unknown, what the official API does. */
function settingsOf(preset: NewConnection["preset"]) {
  const { policy, parallel, maskPolarity, axisSemantics } = UPSTREAMS[preset];
  return {
    policy,
    parallel: { ...parallel },
    maskPolarity: maskPolarity === "unknown" ? ("white" as const) : maskPolarity,
    axisSemantics: axisSemantics === "unknown" ? ("map" as const) : axisSemantics,
  };
}
