import { uploadDoor } from "./upload-door.ts";
import { uploadMemory } from "./upload-memory.ts";
import { signalUploads } from "./upload-sign.ts";
import { areAnyGoing, createUploads } from "./uploads.ts";

/** The one list of this tab. */
export const uploads = createUploads({
  door: uploadDoor,
  memory: uploadMemory({
    storage: {
      // Looked up with every call: a browser that refuses its storage throws at the very mention of it.
      getItem: (key) => localStorage.getItem(key),
      setItem: (key, text) => localStorage.setItem(key, text),
    },
    nowMs: Date.now,
  }),
  rest,
  random: Math.random,
});

uploads.subscribe(() => {
  if (uploads.read().length > 0) signalUploads();
  // The same function twice is one listener.
  if (areAnyGoing(uploads.read())) window.addEventListener("beforeunload", warn);
  else window.removeEventListener("beforeunload", warn);
});

/** Closing the tab would interrupt an upload: the browser asks first. */
function warn(event: Event): void {
  event.preventDefault();
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const over = new AbortController();
    const end = (act: () => void) => () => {
      clearTimeout(timer);
      over.abort();
      act();
    };
    // Without a network there is nothing to try; the event tells when there is one.
    const timer = navigator.onLine === false ? undefined : setTimeout(() => end(resolve)(), ms);
    window.addEventListener("online", end(resolve), { signal: over.signal });
    signal.addEventListener(
      "abort",
      end(() => reject(signal.reason)),
      { signal: over.signal },
    );
  });
}
