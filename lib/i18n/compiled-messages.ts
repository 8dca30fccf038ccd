import compile from "icu-minify/compile";
import type { Locale } from "#lib/shared/localized.ts";
import type { Area } from "./areas.ts";
import { CATALOGUE, type MessageTree } from "./catalogue.ts";

/** The texts of some areas with their ICU syntax parsed ahead: browsers receive no parser. */
export type CompiledMessages = { readonly [A in Area]?: CompiledTree };

type CompiledTree = { readonly [key: string]: ReturnType<typeof compile> | CompiledTree };

const compiledAreas = new Map<string, CompiledTree>();

export function compiledMessages(locale: Locale, areas: readonly Area[]): CompiledMessages {
  return Object.fromEntries(areas.map((area) => [area, compiledArea(locale, area)]));
}

function compiledArea(locale: Locale, area: Area): CompiledTree {
  const key = `${locale}/${area}`;
  const known = compiledAreas.get(key);
  if (known !== undefined) return known;
  const compiled = compileTree(CATALOGUE[locale][area]);
  compiledAreas.set(key, compiled);
  return compiled;
}

function compileTree(tree: MessageTree): CompiledTree {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [
      key,
      // A clone, because React sends plain objects only and the compiler's have no prototype.
      typeof value === "string" ? structuredClone(compile(value)) : compileTree(value),
    ]),
  );
}
