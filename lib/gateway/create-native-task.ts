import { readBytes } from "#lib/http/read-body.ts";
import { decodeCreate } from "#lib/kling/dialects/native-create.ts";
import { nativeError } from "#lib/kling/dialects/native-envelope.ts";
import type { NativeCreated } from "#lib/kling/dialects/native-task.ts";
import { encodeCreated } from "#lib/kling/dialects/native-task.ts";
import { parseLossless } from "#lib/kling/json.ts";
import { createTasks } from "#lib/tasks/create-tasks.ts";
import { GatewayRefusal } from "./refusal.ts";
import type { GatewayCall } from "./serve.ts";
import { storeMedia } from "./store-media.ts";

/** Two pictures of 10 MB in base64, and room for the rest. */
const MAX_BODY_BYTES = 32 * 1024 * 1024;

/** Orders a clip exactly as the form does: the same rules, budget, ledger and events. */
export async function createNativeTask({ principal, route, request }: GatewayCall): Promise<NativeCreated> {
  const decoded = decodeCreate(route.endpoint.kind, await readBody(request));
  if (!decoded.ok) throw new GatewayRefusal(decoded);
  // Nothing is accepted that would then not happen: there are no callbacks yet, and the client can poll.
  if (decoded.callbackUrl !== undefined)
    throw new GatewayRefusal(nativeError(1201, "callback_url is not supported"));
  const externalTaskId = decoded.externalTaskId;
  const [task] = await createTasks({
    caller: principal,
    request: await storeMedia(decoded.request, { caller: principal, signal: request.signal }),
    externalTaskId,
  });
  if (task === undefined) throw new Error("no task came of an order that was accepted");
  const createdAtMs = Date.parse(task.createdAt);
  return encodeCreated({
    id: task.id,
    externalTaskId,
    status: "submitted",
    createdAtMs,
    updatedAtMs: createdAtMs,
    videos: [],
  });
}

/** Clients are careless about the content type, and no cookie rides on these calls: whatever parses as JSON is JSON. */
async function readBody(request: Request): Promise<unknown> {
  const bytes = await readBytes(request, MAX_BODY_BYTES);
  try {
    return parseLossless(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new GatewayRefusal(nativeError(1200, "The request body is not valid JSON"));
  }
}
