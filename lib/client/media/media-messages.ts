import type { FileFacts } from "#lib/kling/kinds/kind.ts";
import type { FixPlan } from "#lib/kling/media-fixes/plan-fixes.ts";

/** To the worker: what to do with a file. One worker does one thing. */
export type MediaOrder =
  | { readonly type: "probe"; readonly file: Blob }
  | { readonly type: "strip"; readonly file: Blob; readonly count: number; readonly heightPx: number }
  | { readonly type: "peaks"; readonly file: Blob; readonly count: number }
  | { readonly type: "convert"; readonly file: Blob; readonly wish: Conversion };

/** What a person has chosen, within what the plan allows. */
export type Conversion = {
  readonly plan: FixPlan;
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Top left corner of the part that is kept; its measures are the plan's. */
  readonly cropAt: { readonly x: number; readonly y: number };
};

/** A film or a sound as the browser finds it. */
export type OpenedMedia = {
  readonly facts: FileFacts;
  /** Types that this browser could make of this very file. */
  readonly writes: readonly string[];
};

export type MediaNews =
  | { readonly type: "progress"; readonly share: number }
  | { readonly type: "frame"; readonly index: number; readonly picture: ImageBitmap }
  | { readonly type: "probed"; readonly media: OpenedMedia | null }
  /** Each 0..1; null when this browser cannot decode the sound. */
  | { readonly type: "peaks"; readonly peaks: Float32Array<ArrayBuffer> | null }
  | { readonly type: "converted"; readonly bytes: ArrayBuffer; readonly mime: string }
  | { readonly type: "done" };
