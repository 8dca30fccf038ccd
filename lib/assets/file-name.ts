const MAX_CHARACTERS = 200;

/** Controls, unpaired surrogates, and the marks that turn the direction of text around: a name must not look like another. */
const HIDDEN = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u200b\ufeff]/gu;

/**
 * A name that somebody outside gave a file, as it is kept and shown: its last path segment in one line, with its ending. It never
 * names a place on a disk here.
 */
export function fileNameOf(text: string): string {
  const last = text.toWellFormed().split(/[\\/]/).at(-1) ?? "";
  const name = last.replaceAll(HIDDEN, "").replaceAll("\ufffd", "").replaceAll(/\s+/g, " ").trim();
  if (name === "" || /^\.+$/.test(name)) return "file";
  const [, ending = ""] = /(\.[a-z0-9]{1,5})$/i.exec(name) ?? [];
  const letters = [...name.slice(0, name.length - ending.length)];
  return letters.slice(0, MAX_CHARACTERS - ending.length).join("") + ending;
}
