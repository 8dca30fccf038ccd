import { appendAudit } from "#lib/audit/append-audit.ts";
import { db } from "#lib/db/client.ts";
import { nativeError } from "#lib/kling/dialects/native-envelope.ts";
import { decodeListQuery } from "#lib/kling/dialects/native-list.ts";
import { encodeElement } from "#lib/kling/dialects/native-result.ts";
import { isJsonObject, readId } from "#lib/kling/dialects/unknown-values.ts";
import { PRESET_ELEMENTS } from "#lib/kling/preset-elements.ts";
import { elementViewOf } from "#lib/tasks/library-view.ts";
import { resultLinkTo } from "#lib/tasks/result-link.ts";
import { GatewayRefusal } from "./refusal.ts";
import type { GatewayCall } from "./serve.ts";

/** Which of the two libraries a path belongs to; they know nothing of each other (upd). */
function libraryOf({ route }: GatewayCall): "custom" | "advanced" {
  return route.endpoint.kind === "advanced-custom-elements" ? "advanced" : "custom";
}

/** A page of the team's elements of this library, newest first. */
export async function listElements(call: GatewayCall): Promise<object> {
  const { pageNum, pageSize } = pageOf(call);
  const rows = await db.element.findMany({
    where: { teamId: call.principal.teamId, library: libraryOf(call), deletedAt: null },
    orderBy: { id: "desc" },
    skip: (pageNum - 1) * pageSize,
    take: pageSize,
  });
  const now = new Date();
  return rows.map((row) => encodeElement(elementViewOf(row, (assetId) => resultLinkTo(assetId, now))));
}

/** Elements of the house, the same for every team. */
export async function listPresetElements(call: GatewayCall): Promise<object> {
  const { pageNum, pageSize } = pageOf(call);
  const library = libraryOf(call);
  const page = PRESET_ELEMENTS.slice((pageNum - 1) * pageSize, pageNum * pageSize);
  return page.map((element) => encodeElement({ ...element, library }));
}

/** Only custom elements can be deleted; what was made with one stays. */
export async function deleteElement(call: GatewayCall): Promise<object> {
  const body = await call.readJson();
  const elementId = isJsonObject(body) ? readId(body.element_id) : undefined;
  if (elementId === undefined) throw new GatewayRefusal(nativeError(1201, "element_id is required"));
  const { teamId } = call.principal;
  const where = { teamId, upstreamElementId: elementId, deletedAt: null };
  const count = await db.$transaction(async (tx) => {
    const gone = await tx.element.updateManyAndReturn({
      where,
      data: { deletedAt: new Date() },
      select: { id: true },
    });
    for (const { id } of gone) await appendAudit(tx, { teamId, action: "element.removed", objectId: id });
    return gone.length;
  });
  if (count === 0) throw new GatewayRefusal(nativeError(1201, `Element not found: ${elementId}`));
  return { task_id: elementId, task_status: "succeed" };
}

/** The unified gateway writes `page_num`, Kling `pageNum` (§10.3). */
function pageOf({ query }: GatewayCall) {
  const native = new URLSearchParams(query);
  for (const [name, alias] of [
    ["pageNum", "page_num"],
    ["pageSize", "page_size"],
  ] as const) {
    const value = query.get(name) ?? query.get(alias);
    if (value !== null) native.set(name, value);
  }
  const page = decodeListQuery(native);
  if (!page.ok) throw new GatewayRefusal(page);
  return page;
}
