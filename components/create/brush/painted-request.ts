import type { DrawingOwner } from "#components/motion/drafts/brush-draft.ts";
import { brushKey, readBrush } from "#components/motion/drafts/brush-draft.ts";
import { exportMasks } from "#lib/client/mask-export.ts";
import { type Draft, toRequest } from "#lib/kling/draft.ts";
import type { ClipRequest } from "#lib/kling/requests/clip.ts";
import type { BrushDocument } from "#lib/motion/document.ts";
import type { BrushRefusal } from "#lib/motion/export/export-brush.ts";
import type { Size } from "#lib/motion/point.ts";

/** What is missing in what is drawn; `document` is what it was found in, so that it is not told of a later one. */
export type BrushObstacle = {
  readonly key: string;
  readonly document: BrushDocument | null;
  readonly refusal: BrushRefusal;
};

export type PaintedRequest =
  | { readonly ok: true; readonly request: ClipRequest }
  | ({ readonly ok: false } & BrushObstacle);

type Painted = {
  readonly draft: Draft;
  readonly owner: DrawingOwner;
  /** Of the first frame as it is stored; null when it is not known, and then it is what was painted on. */
  readonly size: Size | null;
};

/**
 * The very request: with the masks and paths of what is painted on the first frame.
 * @throws when the masks could not be made, as for want of memory
 */
export async function paintedRequest({ draft, owner, size }: Painted): Promise<PaintedRequest> {
  const key = brushKey(owner, draft.image ?? "");
  const document = await readBrush(key);
  if (document === null) return { ok: false, key, document, refusal: { code: "nothing-painted" } };
  const exported = await exportMasks({ document, size: size ?? document.size });
  if (exported.ok) return { ok: true, request: toRequest(draft, exported.masks) };
  return { ok: false, key, document, refusal: exported.refusal };
}
