type Press = Pick<KeyboardEvent, "key" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey">;

/** A key press as shortcuts spell it: `g`, `?`, `Shift+A`, `mod+Enter`; null for a modifier alone. */
export function describePress({ key, altKey, ctrlKey, metaKey, shiftKey }: Press): string | null {
  if (key === "Shift" || key === "Control" || key === "Alt" || key === "Meta") return null;
  const isLetter = /^\p{L}$/u.test(key);
  const isSymbol = key.length === 1 && !isLetter;
  const parts = [
    (ctrlKey || metaKey) && "mod",
    altKey && "Alt",
    shiftKey && !isSymbol && "Shift", // `?` needs Shift on most keyboards and none on some: the symbol is what counts
    isLetter && shiftKey ? key.toUpperCase() : key,
  ];
  return parts.filter(Boolean).join("+");
}
