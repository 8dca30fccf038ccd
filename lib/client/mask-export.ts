import type { Masks } from "#lib/kling/draft.ts";
import type { BrushExport, BrushRefusal } from "#lib/motion/export/export-brush.ts";
import type { MaskExportNews, MaskExportOrder } from "./mask-export-messages.ts";

export type ExportedMasks =
  | { readonly ok: true; readonly masks: Masks }
  | { readonly ok: false; readonly refusal: BrushRefusal };

/**
 * What is painted, as a request has it: raw base64 of two-level PNGs of exactly the picture's size, and paths in the wire's
 * coordinates; or the first thing that is missing. Made in a thread of its own.
 * @throws when the thread broke, as for want of memory
 */
export async function exportMasks(order: MaskExportOrder): Promise<ExportedMasks> {
  const worker = new Worker(new URL("./mask-export-worker.ts", import.meta.url), { type: "module" });
  try {
    const news = await askOnce(worker, order);
    if ("brush" in news) return { ok: true, masks: masksFrom(news.brush) };
    return { ok: false, refusal: news.refusals[0] ?? { code: "nothing-painted" } };
  } finally {
    worker.terminate();
  }
}

function askOnce(worker: Worker, order: MaskExportOrder): Promise<MaskExportNews> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<MaskExportNews>) => resolve(data);
    worker.onerror = ({ error, message }) =>
      reject(new Error("the masks were not made", { cause: error ?? message }));
    worker.postMessage(order);
  });
}

function masksFrom({ static_mask, dynamic_masks }: BrushExport): Masks {
  return {
    ...(static_mask && { static_mask: base64Of(static_mask) }),
    ...(dynamic_masks.length > 0 && {
      dynamic_masks: dynamic_masks.map(({ mask, trajectories }) => ({
        mask: base64Of(mask),
        trajectories: [...trajectories],
      })),
    }),
  };
}

/** As many bytes as a call takes arguments everywhere. */
const BYTES_AT_ONCE = 0x80_00;

function base64Of(bytes: Uint8Array): string {
  let text = "";
  for (let start = 0; start < bytes.length; start += BYTES_AT_ONCE)
    text += String.fromCharCode(...bytes.subarray(start, start + BYTES_AT_ONCE));
  return btoa(text);
}
