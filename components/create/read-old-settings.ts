import type { QueryClient } from "@tanstack/react-query";
import { taskQuery } from "#lib/client/tasks.ts";
import type { TaskDetail } from "#lib/contract/tasks.ts";
import type { ImageSize } from "#lib/kling/output.ts";
import { type CreateAction, PICTURE_SLOTS, type PictureSlot } from "./create-state.ts";

/** The change of the draft that takes an old task's settings over. Throws `ApiProblem` when it cannot be read. */
export async function readOldSettings(client: QueryClient, taskId: string): Promise<CreateAction> {
  const task = await client.fetchQuery(taskQuery(taskId));
  return { type: "use-request", request: task.request, sizes: sizesOf(task) };
}

function sizesOf({ inputs }: TaskDetail): Partial<Record<PictureSlot, ImageSize>> {
  const known = PICTURE_SLOTS.flatMap((slot) => {
    const input = inputs.find(({ role }) => role === slot);
    return input ? [[slot, { widthPx: input.widthPx, heightPx: input.heightPx }] as const] : [];
  });
  return Object.fromEntries(known);
}
