import type { Run } from "../document.ts";

/** Turns stretches of pixels, given in rising order, into runs that do not touch, also from one row to the next. */
export function runCollector() {
  const runs: Run[] = [];
  let start = 0;
  let end = -1;
  const close = () => {
    if (end > start) runs.push([start, end - start]);
  };
  return {
    /** @param pixels 1 for each selected one; `offset` is the number of the first of them in the whole picture */
    add(pixels: Uint8Array, offset: number): void {
      for (let from = pixels.indexOf(1); from !== -1; ) {
        const free = pixels.indexOf(0, from);
        const to = free === -1 ? pixels.length : free;
        if (offset + from !== end) {
          close();
          start = offset + from;
        }
        end = offset + to;
        from = pixels.indexOf(1, to);
      }
    },
    finish(): Run[] {
      close();
      return runs;
    },
  };
}
