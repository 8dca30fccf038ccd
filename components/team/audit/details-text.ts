import type { AuditEntry } from "#lib/contract/audit.ts";

/** How the screen calls a detail and a code that is its value; what it has no word for stays as it is. */
export type DetailWords = {
  readonly nameOf: (name: string) => string;
  readonly wordOf: (value: string) => string;
};

/** Ids that tell a person nothing; the export has them. */
const UNSAID = ["order"];

const DAY_LENGTH = "2026-11-22".length;

/** The details of an entry in one line: what is null says nothing, and a change reads as "from → to". */
export function detailsText(details: AuditEntry["details"], { nameOf, wordOf }: DetailWords): string {
  const { from, to, ...others } = details;
  const textOf = (value: AuditEntry["details"][string] | undefined): string => {
    if (typeof value === "boolean") return value ? "✓" : "–";
    return Array.isArray(value) ? value.map(wordOf).join(", ") : wordOf(String(value ?? ""));
  };
  const change = from === undefined || to === undefined ? [] : [`${textOf(from)} → ${textOf(to)}`];
  const named = Object.entries(others).flatMap(([name, value]) => {
    if (value === null || UNSAID.includes(name)) return [];
    const text = name === "expiresAt" ? String(value).slice(0, DAY_LENGTH) : textOf(value);
    return [`${nameOf(name)}: ${text}`];
  });
  return [...change, ...named].join(" · ");
}
