import type { FileFacts } from "#lib/kling/kinds/kind.ts";

/** A file that this browser can read, and what it is. */
export type OpenedFile = {
  /** With the type that was found in it, whatever its name says. */
  readonly file: File;
  readonly name: string;
  readonly facts: FileFacts;
  /** Types that this browser could make of it. */
  readonly writes: readonly string[];
};

/** `heic` is what phones write and few browsers read. */
export type Unreadable = "heic" | "broken";
