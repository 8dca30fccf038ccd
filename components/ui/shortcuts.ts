"use client";

import { useEffect, useSyncExternalStore } from "react";
import { describePress } from "./describe-press.ts";

export type Shortcut = {
  /** As pressed: `?`, `Escape`, `Shift+A`, `mod+Enter` (⌘ on a Mac, Ctrl elsewhere), `g c` (one after the other). */
  readonly keys: string;
  readonly label: string;
  readonly run: () => void;
  /** Also while someone types in a field. */
  readonly inFields?: boolean;
  /** Only listed here: the part that it belongs to hears the key itself, while it has the focus. */
  readonly isHeardElsewhere?: boolean;
};

export type ShortcutGroup = { readonly title: string; readonly shortcuts: readonly Shortcut[] };

const SEQUENCE_MS = 1200;
const NO_GROUPS: readonly ShortcutGroup[] = [];

let groups = NO_GROUPS;
let keyboard: AbortController | null = null;
let previous: { readonly press: string; readonly atMs: number } | null = null;
const listeners = new Set<() => void>();

/** Binds keys while the component is shown, and lists them on the `?` sheet. Memoize the group. */
export function useShortcuts(group: ShortcutGroup): void {
  useEffect(() => {
    setGroups([...groups, group]);
    return () => setGroups(groups.filter((other) => other !== group));
  }, [group]);
}

/** Everything that is bound right now. */
export function useShortcutGroups(): readonly ShortcutGroup[] {
  return useSyncExternalStore(
    subscribe,
    () => groups,
    () => NO_GROUPS,
  );
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

function setGroups(next: readonly ShortcutGroup[]): void {
  groups = next;
  if (groups.length > 0 && keyboard === null) {
    keyboard = new AbortController();
    addEventListener("keydown", onKeyDown, { signal: keyboard.signal });
  }
  if (groups.length === 0) {
    keyboard?.abort();
    keyboard = null;
  }
  for (const tell of listeners) tell();
}

function onKeyDown(event: KeyboardEvent): void {
  const press = event.defaultPrevented || event.isComposing || event.repeat ? null : describePress(event);
  if (press === null) return;
  const isSequence = previous !== null && event.timeStamp - previous.atMs < SEQUENCE_MS;
  const shortcut = (isSequence && find(`${previous?.press} ${press}`)) || find(press);
  const busy = isElsewhere(event.target);
  previous = busy || shortcut ? null : { press, atMs: event.timeStamp };
  if (!shortcut || (busy && !shortcut.inFields)) return;
  event.preventDefault();
  shortcut.run();
}

/** The newest binding wins: a page may override the shell. */
function find(keys: string): Shortcut | undefined {
  return groups
    .flatMap((group) => group.shortcuts)
    .findLast((shortcut) => shortcut.keys === keys && !shortcut.isHeardElsewhere);
}

/** Whether the key belongs to a field, an open dialog or a menu. */
function isElsewhere(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      "input:not([type=radio],[type=checkbox]),textarea,select,[contenteditable],[role=dialog],[role=menu]",
    ) !== null
  );
}
