const MAX_CHARACTERS = 60;

/** The name a clip gets as a file: the beginning of its prompt, or its kind when it has none. Without an ending. */
export function clipName({ prompt, kind }: { readonly prompt: string; readonly kind: string }): string {
  const words = prompt
    .replaceAll(/\p{C}/gu, " ")
    .replaceAll(/[\\/:*?"<>|]/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  return [...words].slice(0, MAX_CHARACTERS).join("").trim() || kind;
}
