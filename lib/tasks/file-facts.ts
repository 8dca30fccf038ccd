import type { Transaction } from "#lib/db/client.ts";
import type { Asset } from "#lib/db/generated/client.ts";
import type { FactsByPath, FileFacts } from "#lib/kling/kinds/kind.ts";
import type { TaskResult } from "#lib/kling/task-result.ts";
import { taskRequestOf } from "./task-request.ts";

/** What rules and prices need to know of a stored file. */
export function factsOf(asset: Asset): FileFacts {
  const { mime, bytes, widthPx, heightPx, durationSeconds, fps, hasSound } = asset;
  return { mime, bytes: Number(bytes), widthPx, heightPx, durationSeconds, fps, hasSound };
}

/** What is known of the video on which a session was opened, and of who is seen in it. */
export function factsOfSession(video: Asset, opened: unknown): FileFacts {
  const result = opened as TaskResult | null; // written from a provider's answer of this type
  return { ...factsOf(video), ...(result?.type === "faces" && { faces: result.faces }) };
}

/** The facts of a task's files, by the places of its request that they fill; its session's video under `session_id`. */
export async function factsOfTask(
  tx: Transaction,
  {
    id: taskId,
    teamId,
    request,
  }: { readonly id: string; readonly teamId: string; readonly request: unknown },
): Promise<FactsByPath> {
  const inputs = await tx.taskInput.findMany({ where: { taskId }, include: { asset: true } });
  const facts = new Map(inputs.map(({ role, asset }) => [role, factsOf(asset)]));
  const named = taskRequestOf({ request });
  if (!("session_id" in named)) return facts;
  const session = await tx.mediaSession.findFirst({
    where: { teamId, upstreamSessionId: named.session_id },
    select: { task: { select: { result: true, inputs: { include: { asset: true } } } } },
  });
  const video = session?.task.inputs[0]?.asset;
  return video === undefined ? facts : facts.set("session_id", factsOfSession(video, session?.task.result));
}
