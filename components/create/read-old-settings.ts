import type { QueryClient } from "@tanstack/react-query";
import { isClipRequest } from "#lib/client/clip-request.ts";
import { taskQuery } from "#lib/client/tasks.ts";
import type { TaskDetail } from "#lib/contract/tasks.ts";
import type { ImageSize } from "#lib/kling/output.ts";
import { type CreateAction, PICTURE_SLOTS, type PictureSlot } from "./create-state.ts";

/**
 * The change of the draft that takes an old task's settings over; null for a kind that this form does not make.
 * Throws `ApiProblem` when the task cannot be read.
 */
export async function readOldSettings(client: QueryClient, taskId: string): Promise<CreateAction | null> {
  const task = await client.fetchQuery(taskQuery(taskId));
  const { request } = task;
  return isClipRequest(request) ? { type: "use-request", request, sizes: sizesOf(task) } : null;
}

function sizesOf({ inputs }: TaskDetail): Partial<Record<PictureSlot, ImageSize>> {
  const known = PICTURE_SLOTS.flatMap((slot) => {
    const input = inputs.find(({ role }) => role === slot);
    return input ? [[slot, { widthPx: input.widthPx, heightPx: input.heightPx }] as const] : [];
  });
  return Object.fromEntries(known);
}
