import type { QueryClient } from "@tanstack/react-query";
import type { DrawingOwner } from "#components/motion/drafts/brush-draft.ts";
import { isClipRequest } from "#lib/client/clip-request.ts";
import { taskQuery } from "#lib/client/tasks.ts";
import type { TaskDetail } from "#lib/contract/tasks.ts";
import type { ImageSize } from "#lib/kling/output.ts";
import { guideOfRequest } from "#lib/kling/rules.ts";
import { drawOldBrush } from "./brush/old-brush.ts";
import { type CreateAction, PICTURE_SLOTS, type PictureSlot } from "./create-state.ts";

export type OldSettings = {
  /** The change of the draft that takes them over. */
  readonly action: CreateAction;
  /** Takes back what was drawn on the picture. */
  readonly undraw: () => void;
};

/**
 * An old task's settings, with what was painted for it already drawn on its picture; null for a kind that this form does
 * not make. Throws `ApiProblem` when the task cannot be read, and when its masks cannot.
 */
export async function readOldSettings(
  client: QueryClient,
  owner: DrawingOwner,
  taskId: string,
): Promise<OldSettings | null> {
  const task = await client.fetchQuery(taskQuery(taskId));
  const { request } = task;
  if (!isClipRequest(request)) return null;
  const sizes = sizesOf(task);
  return {
    action: { type: "use-request", request, sizes },
    undraw:
      request.kind === "image2video" && sizes.image && guideOfRequest(request) === "brush"
        ? await drawOldBrush(owner, request, sizes.image)
        : () => {},
  };
}

function sizesOf({ inputs }: TaskDetail): Partial<Record<PictureSlot, ImageSize>> {
  const known = PICTURE_SLOTS.flatMap((slot) => {
    const input = inputs.find(({ role }) => role === slot);
    return input ? [[slot, { widthPx: input.widthPx, heightPx: input.heightPx }] as const] : [];
  });
  return Object.fromEntries(known);
}
