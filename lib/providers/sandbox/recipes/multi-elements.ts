import { type Box, type RenderedPart, WHOLE_FRAME } from "#lib/engine/parts/part.ts";
import { frameSize } from "#lib/kling/kinds/size/frame-size.ts";
import { clip } from "./products.ts";
import type { Order, OrderOf, Recipe } from "./recipe.ts";

/** Share of the frame that one mark stands for. */
const MARKED = 0.32;

/** The session's video: with the pictures where it was marked, or with what was marked taken away. */
export function multiElementsRecipe({ request, plan, session, file }: OrderOf<"multi-elements">): Recipe {
  const [video] = plan.videos;
  const size = session === null ? {} : frameSize(session, request.model_name, request.mode);
  const marked = markedBox(session);
  const ground: RenderedPart = { draw: "video", video: file("session_id"), at: WHOLE_FRAME };
  const pictures = (request.image_list ?? []).map((_, index) => ({
    draw: "picture" as const,
    image: file(`image_list[${index}].image`),
    at: { ...marked, x: Math.min(1 - marked.width, marked.x + index * 0.2) },
    floats: true,
  }));
  const edits: readonly RenderedPart[] =
    request.edit_mode === "removal" ? [{ draw: "veil", at: marked }] : pictures;
  return clip({ plan: video && { ...video, ...size }, parts: [ground, ...edits] });
}

/** Around the middle of all marks; the middle of the frame without any. */
function markedBox(session: Order["session"]): Box {
  const points = session?.kind === "selection" ? Object.values(session.points).flat() : [];
  const middle = (values: readonly number[]) =>
    values.length === 0 ? 0.5 : values.reduce((sum, value) => sum + value, 0) / values.length;
  const start = (center: number) => Math.min(1 - MARKED, Math.max(0, center - MARKED / 2));
  const [x, y] = [
    start(middle(points.map((point) => point.x))),
    start(middle(points.map((point) => point.y))),
  ];
  return { x, y, width: MARKED, height: MARKED };
}
