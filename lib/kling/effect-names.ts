import type { Localized } from "#lib/shared/localized.ts";
import { chineseOf } from "./effect-words.ts";
import type { EffectScene } from "./effects.ts";

/** A scene's identifier read word by word. Upstream publishes no names, so nothing else may stand in for the identifier. */
export function effectName(id: string): Localized {
  const words = id.replace("9_16", "9:16").split("_");
  const zh = chineseWords(id).map((word) => chineseOf(word) ?? ` ${capital(word)} `);
  const said = zh.filter((word, index) => word !== zh[index - 1]); // smoke_smoke, or lion_lion of a phrase
  return { zh: said.join("").replace(/\s+/g, " ").trim(), en: capital(words.join(" ")) };
}

/** Words that only mean what they mean together, and articles, which Chinese does without. */
const TOGETHER =
  /red_packet|thumbs_up|spring_couplets|zoom_out|lie_flat|new_year|shooting_star|lucky_money_come|bullet_time|pucker_up|sent_off|lion_dance|lantern_festival|marry_me|day_to_night/g;
const ARTICLES = /(?<![a-z])(?:the|a|an|it|at|in|of)_/g;

function chineseWords(id: string): readonly string[] {
  return id
    .replace("9_16", "9:16")
    .replace(TOGETHER, (phrase) => phrase.replaceAll("_", "-"))
    .replace(ARTICLES, "")
    .split("_");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What people look for an effect by. */
export const EFFECT_THEMES = ["pair", "pet", "dance", "sport", "festive", "look", "wonder"] as const;

export type EffectTheme = (typeof EFFECT_THEMES)[number];

export const EFFECT_THEME_NAMES: Readonly<Record<EffectTheme, Localized>> = {
  pair: { zh: "双人", en: "Two people" },
  pet: { zh: "宠物与动物", en: "Pets and animals" },
  dance: { zh: "舞蹈", en: "Dance" },
  sport: { zh: "运动", en: "Sport" },
  festive: { zh: "节日", en: "Festive" },
  look: { zh: "变装与画风", en: "Looks and styles" },
  wonder: { zh: "奇趣", en: "Wonders" },
};

/** Words of identifiers that tell the theme; the first theme that has one counts. */
const THEME_WORDS: readonly (readonly [EffectTheme, RegExp])[] = [
  ["dance", /danc|sway|samba|swing|poping|shake|hip|disco|pumpitup|motion|jazz|yangge/],
  ["pet", /pet|paw|meow|critter|bear|lion|tiger|shark|eagle|_ape|fish|animal|bee|piggy/],
  [
    "sport",
    /football|baseball|soccer|goal|dunk|tennis|ski|surf|skate|snowboard|bicycle_kick|victory|var_|red_card|cuju|f1|trampoline|run|martial_arts|striker|exercise|high_kick|swish/,
  ],
  [
    "festive",
    /birthday|santa|christmas|new_year|horse|halloween|pumpkin|lantern|firework|spring|mooncake|toast|fortune|red_packet|lucky|gift|ornament|snow|winter|sweater|celebration|countdown|tangyuan|rich|money|wealth|prosperity|success|champagne|laicai|get_|joy|wand|greeting|sparkler/,
  ],
  [
    "look",
    /transform|cartoon|anime|comics|style|steampunk|toon|makeup|hair|wig|look|photo|figure|ootd|wing|elf|fairy|king|throne|wizard|witch|yearbook|film|beads|plush|felt|wool|emoji|pixel|elegance|silk|live|girlfriend|boyfriend|siblings|instant|warrior|nezha|mythic|coronation/,
  ],
];

export function effectTheme({ id, pictures }: Pick<EffectScene, "id" | "pictures">): EffectTheme {
  if (pictures === 2) return "pair";
  return THEME_WORDS.find(([, words]) => words.test(id))?.[0] ?? "wonder";
}
