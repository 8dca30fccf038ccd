import compile from "icu-minify/compile";
import { describe, expect, test } from "vitest";
import { AREAS } from "./areas.ts";
import { CATALOGUE, type MessageTree } from "./catalogue.ts";
import { compiledMessages } from "./compiled-messages.ts";

/** A text that only puts others together: its marks alone are in a language. */
const ONLY_MARKS = /^(\{\w+\}|[\p{P}\s])+$/u;

/** Words that are the same in both languages: names, units, key caps, examples of addresses. */
const SAME_IN_BOTH = /^[\p{ASCII}·→×–—…°©®™]*$/u;

describe.each(AREAS)("the %s texts", (area) => {
  const english = flatten(CATALOGUE.en[area]);
  const chinese = flatten(CATALOGUE["zh-CN"][area]);

  test("have the same keys in both languages", () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test("are never empty", () => {
    for (const [key, text] of [...english, ...chinese]) expect(text.trim(), key).not.toBe("");
  });

  test("use the same placeholders in both languages", () => {
    for (const [key, text] of english) {
      expect(placeholders(chinese.get(key) ?? ""), key).toEqual(placeholders(text));
    }
  });

  test("are really Chinese, unless the English is a name or a symbol that Chinese keeps", () => {
    for (const [key, text] of chinese) {
      if (/\p{Script=Han}/u.test(text) || ONLY_MARKS.test(text)) continue;
      expect(SAME_IN_BOTH.test(text) && text === english.get(key), `${key}: ${text}`).toBe(true);
    }
  });

  test("compile", () => {
    expect(() => compiledMessages("en", [area])).not.toThrow();
    expect(() => compiledMessages("zh-CN", [area])).not.toThrow();
  });
});

function flatten(tree: MessageTree, prefix = ""): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") flat.set(prefix + key, value);
    else for (const [path, text] of flatten(value, `${prefix}${key}.`)) flat.set(path, text);
  }
  return flat;
}

/** Names of arguments and tags, sorted; a plural's branches count as well. */
function placeholders(message: string): string[] {
  const names = new Set<string>();
  collect(compile(message), names);
  return [...names].sort();
}

function collect(node: unknown, names: Set<string>): void {
  if (!Array.isArray(node)) return;
  for (const part of node) {
    if (!Array.isArray(part)) continue;
    const [name, ...rest] = part;
    if (typeof name === "string") names.add(name);
    for (const inner of rest) collectBranch(inner, names);
  }
}

function collectBranch(inner: unknown, names: Set<string>): void {
  if (Array.isArray(inner)) collect([inner], names);
  else if (typeof inner === "object" && inner !== null) {
    for (const branch of Object.values(inner)) collect(branch, names);
  }
}
