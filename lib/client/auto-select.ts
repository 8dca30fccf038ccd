import type { Run } from "#lib/motion/document.ts";
import type { Size } from "#lib/motion/point.ts";
import type { SelectionWish } from "#lib/motion/select/prepared.ts";
import type { AutoSelectNews, AutoSelectOrder } from "./auto-select-messages.ts";

/** Auto-select on one picture, in a thread of its own. Whoever opened it closes it. */
export type AutoSelect = {
  /**
   * What the taps mean (`lib/motion/select`). May be asked before the picture is ready; the answer waits for it.
   * @returns null when a newer wish came before this one's turn
   * @throws when the thread broke, as for want of memory
   */
  readonly select: (wish: SelectionWish) => Promise<readonly Run[] | null>;
  /** Open wishes are answered with null. */
  readonly close: () => void;
};

type OpenAutoSelect = {
  /** RGBA of the whole picture; handed over to the thread, so the caller's array is empty afterwards. */
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
  readonly size: Size;
  /** From 0 to 1; at 1 the picture is ready and wishes are answered in about a tenth of a second. */
  readonly onProgress: (share: number) => void;
};

type Waiting = {
  readonly wish: SelectionWish;
  readonly answer: PromiseWithResolvers<readonly Run[] | null>;
};

export function openAutoSelect({ rgba, size, onProgress }: OpenAutoSelect): AutoSelect {
  const worker = new Worker(new URL("./auto-select-worker.ts", import.meta.url), { type: "module" });
  const send = (order: AutoSelectOrder, transfer: Transferable[] = []) => worker.postMessage(order, transfer);
  let working: Waiting | null = null;
  let next: Waiting | null = null;
  let broken: Error | null = null;

  const startNext = () => {
    working = next;
    next = null;
    if (working !== null) send({ type: "select", wish: working.wish });
  };
  worker.onmessage = ({ data }: MessageEvent<AutoSelectNews>) => {
    if (data.type === "progress") return onProgress(data.share);
    working?.answer.resolve(data.runs);
    startNext();
  };
  worker.onerror = (event) => {
    broken = new Error("auto-select broke", { cause: event.error ?? event.message });
    for (const waiting of [working, next]) waiting?.answer.reject(broken);
    working = next = null;
  };
  send({ type: "prepare", rgba, size }, [rgba.buffer]);

  return {
    select(wish) {
      if (broken !== null) return Promise.reject(broken);
      next?.answer.resolve(null); // only the newest counts
      next = { wish, answer: Promise.withResolvers() };
      const { promise } = next.answer;
      if (working === null) startNext();
      return promise;
    },
    close() {
      worker.terminate();
      for (const waiting of [working, next]) waiting?.answer.resolve(null);
      working = next = null;
    },
  };
}
