import { type AutoSelect, openAutoSelect } from "#lib/client/auto-select.ts";
import type { ImagePoint } from "#lib/motion/point.ts";
import type { Seed } from "#lib/motion/tools/brush-state.ts";
import type { BrushSession } from "./brush-session.ts";
import { readPixels } from "./read-pixels.ts";

export type AutoSelecting =
  | { readonly step: "off" | "ready" | "died" }
  | { readonly step: "preparing"; readonly share: number };

export type AutoSelectLink = {
  readonly read: () => AutoSelecting;
  readonly subscribe: (tell: () => void) => () => void;
  readonly tolerance: () => number;
  readonly setTolerance: (tolerance: number) => void;
  /** After it has died. */
  readonly restart: () => void;
  readonly close: () => void;
};

const USUAL_TOLERANCE = 8;

/** Answers the taps of auto-select: reads the picture and starts the thread with the first use of the tool. */
export function linkAutoSelect(session: BrushSession, picture: HTMLImageElement): AutoSelectLink {
  const listeners = new Set<() => void>();
  const closing = new AbortController();
  let selecting: AutoSelecting = { step: "off" };
  let thread: AutoSelect | null = null;
  let tolerance = USUAL_TOLERANCE;
  let asked: readonly Seed[] | null = null;

  function become(next: AutoSelecting): void {
    selecting = next;
    for (const tell of listeners) tell();
  }

  function die(): void {
    thread?.close();
    thread = null;
    if (!closing.signal.aborted) become({ step: "died" });
  }

  async function open(): Promise<void> {
    become({ step: "preparing", share: 0 });
    try {
      const { size } = session.history.document;
      const rgba = await readPixels(picture, size, closing.signal);
      thread = openAutoSelect({
        rgba,
        size,
        onProgress: (share) => become(share < 1 ? { step: "preparing", share } : { step: "ready" }),
      });
      asked = null;
      look();
    } catch {
      die(); // no memory for a picture of this size, or no threads at all: the canvas says so
    }
  }

  async function ask(seeds: readonly Seed[]): Promise<void> {
    asked = seeds;
    const placesOf = (isNegative: boolean): ImagePoint[] =>
      seeds.filter((seed) => seed.isNegative === isNegative).map(({ at }) => at);
    try {
      const runs = await thread?.select({ positive: placesOf(false), negative: placesOf(true), tolerance });
      if (runs && asked === seeds) session.dispatch({ type: "selection-found", runs });
    } catch {
      die();
    }
  }

  function look(): void {
    const { tool, gesture } = session.state();
    if (tool === "wand" && selecting.step === "off") void open();
    if (gesture.mode !== "selecting" || thread === null) return;
    if (gesture.seeds.length === 0 || gesture.seeds === asked) return;
    void ask(gesture.seeds);
  }

  const forget = session.onRedraw(look);
  look();
  return {
    read: () => selecting,
    subscribe(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    tolerance: () => tolerance,
    setTolerance(next) {
      tolerance = next;
      asked = null;
      for (const tell of listeners) tell();
      look();
    },
    restart: () => void open(),
    close() {
      closing.abort();
      forget();
      thread?.close();
    },
  };
}
