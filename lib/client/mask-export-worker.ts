import { exportBrush } from "#lib/motion/export/export-brush.ts";
import { BrushHistory } from "#lib/motion/history/brush-history.ts";
import type { MaskExportNews, MaskExportOrder } from "./mask-export-messages.ts";

/** The thread that `exportMasks` starts; it alone sends to it, so the shape of an order is taken as given. */
self.onmessage = async ({ data }: MessageEvent<MaskExportOrder>) => {
  try {
    self.postMessage(await exported(data));
  } catch (error) {
    // A rejection would reach nobody: only an error that is thrown outside of promises is told to the page.
    setTimeout(() => {
      throw error;
    });
  }
};

/** A picture that was made smaller when it was stored takes its drawing with it. */
function exported({ document, size }: MaskExportOrder): Promise<MaskExportNews> {
  const { labels, paths } = new BrushHistory(document, { memoryBytes: 0 });
  const { widthPx, heightPx } = labels;
  const isSame = widthPx === size.widthPx && heightPx === size.heightPx;
  const cut = { left: 0, top: 0, widthPx, heightPx, to: size };
  return exportBrush({ labels, paths, ...(!isSame && { cut }) });
}
