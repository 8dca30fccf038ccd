"use client";

import { useWords } from "#components/ui/use-words.ts";
import { TASK_KIND_NAMES } from "#lib/kling/kind-names.ts";
import { kindOfSlug } from "../tools.ts";

/** A tool's name by the slug of its address; the slug itself for one that this build does not know. */
export function useToolName(): (slug: string) => string {
  const words = useWords();
  return (slug) => {
    const kind = kindOfSlug(slug);
    return kind === undefined ? slug : words(TASK_KIND_NAMES[kind]);
  };
}
