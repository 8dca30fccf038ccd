import { type BrushTip, brushTips } from "#lib/motion/tips/brush-tips.ts";
import type { TipsOrder } from "./tips-watch.ts";

/** Looks all over a drawing, which takes longer than a frame. `watchTips` alone sends to it. */
self.onmessage = ({ data }: MessageEvent<TipsOrder>) => {
  const tips: readonly BrushTip[] = brushTips(data);
  self.postMessage(tips);
};
