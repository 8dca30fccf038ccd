import type { TextStorage } from "./draft-store.ts";

/** More than fit on the strip are in the gallery. */
const MAX_TAKES_KEPT = 24;

/** One object for all times: React takes another empty list for a change. */
export const NO_TAKES: readonly string[] = [];

export type SessionTakes = {
  /** Ids of tasks ordered in this tab, newest first. */
  readonly read: () => readonly string[];
  readonly add: (taskIds: readonly string[]) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

/** Which tasks this tab has ordered; only the ids, what they are is the query cache's business. */
export function createSessionTakes(storage: TextStorage, key: string): SessionTakes {
  const listeners = new Set<() => void>();
  let taskIds = readIds(storage, key);
  return {
    read: () => taskIds,
    add(newIds) {
      const known = taskIds.filter((id) => !newIds.includes(id));
      taskIds = [...newIds, ...known].slice(0, MAX_TAKES_KEPT);
      writeIds(storage, key, taskIds);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function readIds(storage: TextStorage, key: string): readonly string[] {
  try {
    const stored: unknown = JSON.parse(storage.getItem(key) ?? "null");
    return Array.isArray(stored) ? stored.filter((id) => typeof id === "string") : NO_TAKES;
  } catch {
    return NO_TAKES; // storage is refused or holds something else; the takes are still in the gallery
  }
}

function writeIds(storage: TextStorage, key: string, taskIds: readonly string[]): void {
  try {
    storage.setItem(key, JSON.stringify(taskIds));
  } catch {
    // Refused: the strip lasts until the reload, the tasks themselves are safe on the server.
  }
}
