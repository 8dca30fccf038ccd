import type { z } from "zod";
import { db } from "#lib/db/client.ts";
import { nativeError } from "#lib/kling/dialects/native-envelope.ts";
import { isJsonObject } from "#lib/kling/dialects/unknown-values.ts";
import { readFields } from "#lib/kling/requests/read-fields.ts";
import { marksSchema, sessionSchema } from "#lib/kling/requests/selection.ts";
import type { SelectionAnswer, SelectionChange } from "#lib/kling/selection.ts";
import { findProvider } from "#lib/providers/registry.ts";
import { resultLinkTo } from "#lib/tasks/result-link.ts";
import { GatewayRefusal } from "./refusal.ts";
import type { GatewayCall } from "./serve.ts";

type SelectionOperation = "add_selection" | "delete_selection" | "clear_selection" | "preview_selection";

/** Marks on the frames of an `init-selection`'s video: unpaid, so no task is made of them. */
export async function changeSelection(call: GatewayCall, operation: SelectionOperation): Promise<object> {
  const change = readChange(await call.readJson(), operation);
  const session = await db.mediaSession.findFirst({
    where: {
      teamId: call.principal.teamId,
      upstreamSessionId: change.sessionId,
      kind: "selection",
      expiresAt: { gt: new Date() },
    },
    select: { connection: true, task: { select: { outputs: true } } },
  });
  const provider = session && findProvider(session.connection);
  if (!session || !provider?.changeSelection)
    throw new GatewayRefusal(nativeError(1201, `Session not found: ${change.sessionId}`));
  const answer = await provider.changeSelection(change, call.request.signal);
  if (operation === "preview_selection") return { status: 0, ...previewOf(answer, session.task.outputs) };
  const { session_id, mask } = answer;
  return { status: 0, session_id, ...(mask !== undefined && { res: mask }) };
}

function readChange(body: unknown, operation: SelectionOperation): SelectionChange {
  if (operation === "clear_selection" || operation === "preview_selection") {
    const { session_id: sessionId } = parseOrRefuse(sessionSchema, body);
    return { operation: operation === "clear_selection" ? "clear" : "preview", sessionId };
  }
  const { session_id: sessionId, frame_index: frameIndex, points } = parseOrRefuse(marksSchema, body);
  return { operation: operation === "add_selection" ? "add" : "delete", sessionId, frameIndex, points };
}

/** As forgiving as a create is (api-reference §1.4). */
function parseOrRefuse<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>, body: unknown) {
  if (!isJsonObject(body))
    throw new GatewayRefusal(nativeError(1200, "The request body must be a JSON object"));
  const parsed = schema.safeParse(readFields(schema, body).fields);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new GatewayRefusal(nativeError(1201, `${issue?.path.join(".") || "request"}: ${issue?.message}`));
}

type File = { readonly label: string; readonly assetId: string | null };

/** The video as it was taken in, to lay the masks over. */
function previewOf({ session_id }: SelectionAnswer, outputs: readonly File[]) {
  const video = outputs.find(({ label }) => label === "normalized_video")?.assetId;
  const url = video ? resultLinkTo(video, new Date()) : undefined;
  return { session_id, res: { video: url, video_cover: url, tracking_output: url } };
}
