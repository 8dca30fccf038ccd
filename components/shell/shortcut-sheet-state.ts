let open = false;
const listeners = new Set<() => void>();

/** The sheet is opened from a menu, from a key and from nowhere near its own place in the tree. */
export function openShortcutSheet(): void {
  setShortcutSheet(true);
}

export function setShortcutSheet(next: boolean): void {
  open = next;
  for (const tell of listeners) tell();
}

export function isShortcutSheetOpen(): boolean {
  return open;
}

export function subscribeToShortcutSheet(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
