/** Whether any file was handed over in this tab; tiny, so that every page can ask without loading what sends files. */
let hasBegun = false;
const listeners = new Set<() => void>();

export function signalUploads(): void {
  if (hasBegun) return;
  hasBegun = true;
  for (const tell of listeners) tell();
}

export function haveUploadsBegun(): boolean {
  return hasBegun;
}

export function subscribeToUploadsBegin(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
