import type { ReactNode } from "react";
import type { Size } from "#lib/motion/point.ts";
import type { DrawingOwner } from "./drafts/brush-draft.ts";

export type BrushPicture = {
  /** What names the picture in the request; part of the draft's key. */
  readonly id: string;
  /** Where its bytes are; of this site, or the pixels could not be read. */
  readonly url: string;
  /** After its EXIF orientation. */
  readonly size: Size;
};

/**
 * The canvas fills the box it is put in (at least 300 px wide). What is drawn lives in `brushDraft(brushKey(owner,
 * picture.id))`: read it there, with `useBrushDocument` or at the time of ordering with `readBrush`.
 */
export type BrushCanvasProps = {
  owner: DrawingOwner;
  picture: BrushPicture;
  /** The clip's length. */
  seconds: number;
  /** More to do with the animatic than to play it, at the end of its bar. */
  animaticActions?: ReactNode;
  /** Goes to the camera: offered when the paths together look like a camera move. */
  onCamera?: () => void;
};
