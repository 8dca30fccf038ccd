import { db } from "#lib/db/client.ts";
import { taskNotFound } from "#lib/kling/dialects/native-envelope.ts";
import { decodeListQuery } from "#lib/kling/dialects/native-list.ts";
import { encodeTask, encodeTaskList, type NativeTask } from "#lib/kling/dialects/native-task.ts";
import { GatewayRefusal } from "./refusal.ts";
import { resultLinkTo } from "./result-link.ts";
import type { GatewayCall } from "./serve.ts";
import { taskViewOf } from "./task-view.ts";

const COLUMNS = {
  id: true,
  externalTaskId: true,
  status: true,
  failure: true,
  settledUnits: true,
  createdAt: true,
  updatedAt: true,
  outputs: { select: { id: true, assetId: true, durationSeconds: true }, orderBy: { position: "asc" } },
} as const;

/** One task by our id or by the client's own; both stand in the same place of the path. Another team's task is unknown. */
export async function getNativeTask({ principal, route }: GatewayCall): Promise<NativeTask> {
  const id = route.id ?? "";
  const { teamId } = principal;
  const row = await db.task.findFirst({
    where: { teamId, kind: route.endpoint.kind, OR: [{ id }, { externalTaskId: id }] },
    select: COLUMNS,
  });
  if (row === null) throw new GatewayRefusal(taskNotFound(id));
  const now = new Date();
  return encodeTask(taskViewOf(row, (assetId) => resultLinkTo(assetId, now)));
}

/** A page of the team's tasks of this kind, newest first: Kling pages by number, so this list does too. */
export async function listNativeTasks({ principal, route, request }: GatewayCall): Promise<NativeTask[]> {
  const page = decodeListQuery(new URL(request.url).searchParams);
  if (!page.ok) throw new GatewayRefusal(page);
  const rows = await db.task.findMany({
    where: { teamId: principal.teamId, kind: route.endpoint.kind, trashedAt: null },
    orderBy: { id: "desc" },
    skip: (page.pageNum - 1) * page.pageSize,
    take: page.pageSize,
    select: COLUMNS,
  });
  const now = new Date();
  return encodeTaskList(rows.map((row) => taskViewOf(row, (assetId) => resultLinkTo(assetId, now))));
}
