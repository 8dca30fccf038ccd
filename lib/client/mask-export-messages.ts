import type { BrushDocument } from "#lib/motion/document.ts";
import type { exportBrush } from "#lib/motion/export/export-brush.ts";
import type { Size } from "#lib/motion/point.ts";

/** To the worker: a drawing, and the size of the picture that is sent. */
export type MaskExportOrder = { readonly document: BrushDocument; readonly size: Size };

/** From the worker: the files of what is painted, as upstream takes them, or why there are none. */
export type MaskExportNews = Awaited<ReturnType<typeof exportBrush>>;
