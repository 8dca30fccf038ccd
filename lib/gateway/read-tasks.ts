import { db } from "#lib/db/client.ts";
import { isStorableText } from "#lib/http/storable-text.ts";
import { taskNotFound } from "#lib/kling/dialects/native-envelope.ts";
import { decodeListQuery } from "#lib/kling/dialects/native-list.ts";
import { encodeTask, encodeTaskList, type NativeTask } from "#lib/kling/dialects/native-task.ts";
import type { TaskKind } from "#lib/kling/task-kinds.ts";
import type { TaskView } from "#lib/kling/task-view.ts";
import { resultLinkTo } from "#lib/tasks/result-link.ts";
import { taskViewOf, VIEW_COLUMNS } from "#lib/tasks/task-view.ts";
import { GatewayRefusal } from "./refusal.ts";
import type { GatewayCall } from "./serve.ts";

type Wanted = { readonly teamId: string; readonly id: string; readonly kind?: TaskKind };

/**
 * One task by our id or by the client's own; both stand in the same place of the path. Another team's task, and under a
 * kind's path a task of another kind, is unknown.
 * @throws GatewayRefusal 1201, as the real server says it
 */
export async function readTaskView({ teamId, id, kind }: Wanted): Promise<TaskView> {
  if (!isStorableText(id)) throw new GatewayRefusal(taskNotFound(id));
  const row = await db.task.findFirst({
    where: { teamId, ...(kind !== undefined && { kind }), OR: [{ id }, { externalTaskId: id }] },
    select: VIEW_COLUMNS,
  });
  if (row === null) throw new GatewayRefusal(taskNotFound(id));
  const now = new Date();
  return taskViewOf(row, (assetId) => resultLinkTo(assetId, now));
}

export async function getNativeTask({ principal, route }: GatewayCall, kind: TaskKind): Promise<NativeTask> {
  return encodeTask(await readTaskView({ teamId: principal.teamId, id: route.id ?? "", kind }));
}

/** A page of the team's tasks of this kind, newest first: Kling pages by number, so this list does too. */
export async function listNativeTasks(call: GatewayCall, kind: TaskKind): Promise<NativeTask[]> {
  const page = decodeListQuery(call.query);
  if (!page.ok) throw new GatewayRefusal(page);
  const rows = await db.task.findMany({
    where: { teamId: call.principal.teamId, kind, trashedAt: null },
    orderBy: { id: "desc" },
    skip: (page.pageNum - 1) * page.pageSize,
    take: page.pageSize,
    select: VIEW_COLUMNS,
  });
  const now = new Date();
  return encodeTaskList(rows.map((row) => taskViewOf(row, (assetId) => resultLinkTo(assetId, now))));
}
