"use client";

import { useSyncExternalStore } from "react";
import { Kbd } from "#components/ui/kbd.tsx";

/** `g c` and `mod+Enter` as key caps, the way this machine's keyboard prints them. */
export function ShortcutKeys({ keys }: { keys: string }) {
  const isApple = useSyncExternalStore(
    () => () => {},
    () => /Mac|iPhone|iPad/.test(navigator.userAgent),
    () => false,
  );
  return (
    <span className="flex gap-1">
      {keys.split(/[ +]/).map((key, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: "g g" has the same key twice, and the order never changes
        <Kbd key={index}>{capOf(key, isApple)}</Kbd>
      ))}
    </span>
  );
}

function capOf(key: string, isApple: boolean): string {
  switch (key) {
    case "mod":
      return isApple ? "⌘" : "Ctrl";
    case "Enter":
      return "↵";
    case "ArrowLeft":
      return "←";
    case "ArrowRight":
      return "→";
    case "ArrowUp":
      return "↑";
    case "ArrowDown":
      return "↓";
    case "Escape":
      return "Esc";
    default:
      return key.length === 1 ? key.toUpperCase() : key;
  }
}
