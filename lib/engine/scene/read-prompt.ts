import { LEXICON, type Meaning } from "./lexicon.ts";

/** A word that was found: where it stood and what it means. */
export type Found = { at: number; meaning: Meaning; isPlural: boolean };

type Pattern = { find: RegExp; meaning: Meaning };

/** Everything behind a "no" is not wished for: `no people`, `without any cars`, `没有人`. */
const NEGATED = /\b(?:no|without(?: any)?)\s+[a-z-]+|无一?人(?!机)|(?:没有|不要)[\u4e00-\u9fff]{0,2}/g;

const PATTERNS: readonly Pattern[] = LEXICON.flatMap(({ words, meaning }) =>
  words.map((word) => ({ word, meaning })),
)
  .sort((first, second) => second.word.length - first.word.length)
  .map(({ word, meaning }) => ({ find: patternOf(word), meaning }));

/** The words of a prompt that the lexicon knows, in the order in which they stand. */
export function readPrompt(prompt: string): Found[] {
  let rest = prompt.toLowerCase().replace(NEGATED, blank);
  const found: Found[] = [];
  for (const { find, meaning } of PATTERNS) {
    rest = rest.replace(find, (word, plural: string | undefined, at: number) => {
      found.push({ at, meaning, isPlural: typeof plural === "string" });
      return blank(word);
    });
  }
  return found.sort((first, second) => first.at - second.at);
}

/** A found word is replaced by as many blanks, so that shorter words inside it stay silent and places stay true. */
function blank(word: string): string {
  return " ".repeat(word.length);
}

function patternOf(word: string): RegExp {
  const isEnglish = /^[\x20-\x7eé]+$/.test(word);
  return new RegExp(isEnglish ? `(?<![a-z])${word}(e?s)?(?![a-z])` : `${word}(e?s)?`, "g");
}
