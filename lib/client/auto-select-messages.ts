import type { Run } from "#lib/motion/document.ts";
import type { Size } from "#lib/motion/point.ts";
import type { SelectionWish } from "#lib/motion/select/prepared.ts";

/** To the worker: the picture once, then wishes. */
export type AutoSelectOrder =
  | { readonly type: "prepare"; readonly rgba: Uint8ClampedArray; readonly size: Size }
  | { readonly type: "select"; readonly wish: SelectionWish };

/** From the worker: how far it is with the picture (1 = done), then one answer to each wish, in order. */
export type AutoSelectNews =
  | { readonly type: "progress"; readonly share: number }
  | { readonly type: "selected"; readonly runs: readonly Run[] };
