import { decodeGenerations } from "#lib/kling/dialects/generations.ts";
import { encodeJob, encodeJobCreated } from "#lib/kling/dialects/job-view.ts";
import { inWordsOf } from "#lib/kling/dialects/job-words.ts";
import { decodeUnified } from "#lib/kling/dialects/unified.ts";
import { orderTask } from "./create-task.ts";
import { readTaskView } from "./read-tasks.ts";
import { GatewayRefusal, refusalOf } from "./refusal.ts";
import type { GatewayCall } from "./serve.ts";

/** `POST` of the unified and the generations dialect: translated to the native body, then ordered like any other. */
export async function createJob(call: GatewayCall): Promise<object> {
  const { dialect } = call.route.endpoint;
  const body = await call.readJson();
  const decoded = dialect === "unified" ? decodeUnified(body) : decodeGenerations(body);
  if (!decoded.ok) throw new GatewayRefusal(decoded);
  const { kind, nativeBody, askedModel } = decoded;
  try {
    return encodeJobCreated(await orderTask(call, { kind, body: nativeBody, dialect, askedModel }));
  } catch (error) {
    const refusal = refusalOf(error);
    throw refusal === null ? error : new GatewayRefusal(inWordsOf(dialect, refusal.native));
  }
}

/** `GET /v1/videos/{id}` reads every task, whichever dialect it was made through. */
export async function getJob({ principal, route }: GatewayCall): Promise<object> {
  return encodeJob(await readTaskView({ teamId: principal.teamId, id: route.id ?? "" }));
}
