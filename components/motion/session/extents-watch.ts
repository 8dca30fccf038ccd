import type { LabelBuffer } from "#lib/motion/labels.ts";
import { type Extents, measureExtents } from "./region-extents.ts";

/** Looked at again this long after the last step. */
const QUIET_MS = 120;

/** Knows, a moment after each step, how much of every label there is. */
export type ExtentsWatch = { readonly read: () => Extents; readonly refresh: () => void };

type Options = {
  /** While it answers yes, looking waits: a person who paints on is not interrupted. */
  readonly isHeld: () => boolean;
  readonly onChange: () => void;
};

export function createExtentsWatch(labels: LabelBuffer, { isHeld, onChange }: Options): ExtentsWatch {
  let extents: Extents = new Map();
  let work: Generator<void, Extents> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function go(): void {
    if (isHeld()) {
      timer = setTimeout(go, QUIET_MS);
      return;
    }
    const step = work?.next();
    if (step === undefined) return;
    if (step.done !== true) {
      timer = setTimeout(go);
      return;
    }
    work = null;
    extents = step.value;
    onChange();
  }

  return {
    read: () => extents,
    refresh() {
      clearTimeout(timer);
      work = measureExtents(labels);
      timer = setTimeout(go, QUIET_MS);
    },
  };
}
