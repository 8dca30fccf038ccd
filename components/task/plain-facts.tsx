import type { Fact } from "./fact-list.tsx";
import { plainRows } from "./plain-rows.ts";

/** Facts under the names that Kling's own documentation has for them. */
export function plainFacts(value: object, shownElsewhere: readonly string[] = []): readonly Fact[] {
  return plainRows(value, shownElsewhere).map(({ path, value: text }) => ({
    id: path,
    name: <code className="font-mono text-xs">{path}</code>,
    value: text,
  }));
}
