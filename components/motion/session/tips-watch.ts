import type { Paths } from "#lib/motion/history/paths.ts";
import type { LabelBuffer } from "#lib/motion/labels.ts";
import type { BrushTip } from "#lib/motion/tips/brush-tips.ts";
import { type BrushSession, isPainting } from "./brush-session.ts";

export type TipsOrder = { readonly labels: LabelBuffer; readonly paths: Paths };

/** Tips are for a pause, not for the middle of it. */
const QUIET_MS = 700;

/** Tells what is worth telling about the drawing, a moment after each step. Where threads are refused, nothing is. */
export function watchTips(session: BrushSession, onTips: (tips: readonly BrushTip[]) => void): () => void {
  const { history } = session;
  const worker = new Worker(new URL("./tips-worker.ts", import.meta.url), { type: "module" });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let seen: object | null = null;
  worker.onmessage = ({ data }: MessageEvent<readonly BrushTip[]>) => onTips(data);

  function ask(): void {
    if (isPainting(session)) {
      timer = setTimeout(ask, QUIET_MS);
      return;
    }
    const { owners, ...size } = history.labels;
    const copy = owners.slice();
    const order: TipsOrder = { labels: { ...size, owners: copy }, paths: history.paths };
    worker.postMessage(order, [copy.buffer]);
  }

  function look(): void {
    if (history.document === seen) return;
    seen = history.document;
    clearTimeout(timer);
    timer = setTimeout(ask, QUIET_MS);
  }

  const forget = session.subscribe(look);
  look();
  return () => {
    forget();
    clearTimeout(timer);
    worker.terminate();
  };
}
