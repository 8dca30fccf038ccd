import { storeMedia } from "#lib/assets/store-media.ts";
import type { TaskFailure } from "#lib/contract/tasks.ts";
import { db } from "#lib/db/client.ts";
import { isKnownCode } from "#lib/kling/codes.ts";
import { encodeAtOnce } from "#lib/kling/dialects/native-at-once.ts";
import { type DecodedCreate, decodeCreate } from "#lib/kling/dialects/native-create.ts";
import { type NativeError, nativeError } from "#lib/kling/dialects/native-envelope.ts";
import { encodeCreated } from "#lib/kling/dialects/native-task.ts";
import { refuseUnifiedElement } from "#lib/kling/dialects/unified-elements.ts";
import { kindOf } from "#lib/kling/kinds/kinds.ts";
import { modelOf } from "#lib/kling/request-words.ts";
import { mediaOf } from "#lib/kling/requests/request-media.ts";
import type { TaskKind } from "#lib/kling/task-kinds.ts";
import type { TaskView } from "#lib/kling/task-view.ts";
import { type CreateTasksInput, orderTasks } from "#lib/tasks/create-tasks.ts";
import { refuseEarly } from "#lib/tasks/prepare-order.ts";
import { untilFinished } from "#lib/tasks/until-finished.ts";
import { readTaskView } from "./read-tasks.ts";
import { GatewayRefusal } from "./refusal.ts";
import type { GatewayCall } from "./serve.ts";

/** A client of a kind that answers at once waits this long; the task goes on without it. */
const AT_ONCE_MS = 90_000;

/**
 * `POST` of a native path, or of the unified gateway's elements, which are native too: the task, or the finished answer where
 * Kling gives that at once.
 */
export async function createNativeTask(call: GatewayCall, kind: TaskKind): Promise<object> {
  const { dialect } = call.route.endpoint;
  const body = await call.readJson();
  const stricter = dialect === "unified" ? refuseUnifiedElement(body) : undefined;
  if (stricter !== undefined) throw new GatewayRefusal(stricter);
  const view = await orderTask(call, { kind, body, dialect });
  if (kindOf(kind).answers === "task") return encodeCreated(view);
  const finished = await untilFinished(view.id, {
    teamId: call.principal.teamId,
    withinMs: AT_ONCE_MS,
    signal: call.request.signal,
  });
  if (finished === null) throw new GatewayRefusal(nativeError(5002));
  const answer = await readTaskView({ teamId: call.principal.teamId, id: view.id });
  if (answer.status === "failed") throw new GatewayRefusal(await failureOf(call, view.id));
  return encodeAtOnce(answer);
}

type Order = {
  readonly kind: TaskKind;
  /** In the native dialect, whichever way it came. */
  readonly body: unknown;
  readonly dialect: NonNullable<CreateTasksInput["dialect"]>;
  readonly askedModel?: string;
};

/** Orders a task exactly as the form does: the same rules, budget, ledger and events. */
export async function orderTask(
  { principal, request, isSoft }: GatewayCall,
  { kind, body, dialect, askedModel }: Order,
): Promise<TaskView> {
  const decoded = decodeCreate(kind, body);
  if (!decoded.ok) throw new GatewayRefusal(decoded);
  const { request: ordered } = decoded;
  const needsFiles = mediaOf(ordered).length > 0;
  if (needsFiles) await refuseEarly({ caller: principal, request: ordered, isSoft });
  const stored = needsFiles
    ? await storeMedia(ordered, { caller: principal, signal: request.signal })
    : ordered;
  const [task] = await orderTasks({
    caller: principal,
    request: stored,
    dialect,
    isSoft,
    askedModel: askedModel ?? decoded.askedModel,
    ...doorFieldsOf(decoded),
  });
  if (task === undefined) throw new Error("no task came of an order that was accepted");
  const createdAtMs = task.createdAt.getTime();
  return {
    id: task.id,
    kind,
    askedModel: askedModel ?? decoded.askedModel ?? modelOf(ordered),
    externalTaskId: decoded.externalTaskId,
    status: "submitted",
    progress: 0,
    createdAtMs,
    updatedAtMs: createdAtMs,
    outputs: [],
  };
}

function doorFieldsOf({ externalTaskId, callbackUrl, extraFields }: Extract<DecodedCreate, { ok: true }>) {
  return { externalTaskId, callbackUrl, extraFields };
}

/** A kind that answers at once tells its failure as the refusal it would have been. */
async function failureOf({ principal }: GatewayCall, id: string): Promise<NativeError> {
  const row = await db.task.findFirst({ where: { teamId: principal.teamId, id }, select: { failure: true } });
  const failure = row?.failure as TaskFailure | null; // written by lib/tasks/failures.ts
  const { code, message = "The task failed" } = failure ?? {};
  return nativeError(isKnownCode(code) ? code : 5000, message);
}
