import type { EffectFamily } from "#lib/engine/picture/effect-pose.ts";

/** Words in the names of effects, and how such an effect moves; the first that fits counts. */
const FAMILIES: readonly (readonly [EffectFamily, readonly string[]])[] = [
  ["withdraw", ["zoom_out", "landmark", "palm_sized"]],
  [
    "turn",
    ["bullet_time", "transform", "ootd", "transition", "magic", "swish", "switch", "makeover", "_turn"],
  ],
  [
    "dance",
    ["dance", "dancing", "disco", "samba", "sway", "jazz", "swing", "shake", "poping", "hip_", "fitness"],
  ],
  ["shake", ["explosion", "crash", "bomb", "gun", "collapse", "rampage", "boss", "fight", "scream", "kick"]],
  [
    "squeeze",
    ["jelly", "squish", "squeeze", "expansion", "plush", "felt", "balloon", "wiggle", "inflate", "chubby"],
  ],
  [
    "flight",
    [
      "fly",
      "flight",
      "rocket",
      "ski",
      "surf",
      "skate",
      "wing",
      "jump",
      "trampoline",
      "rider",
      "ride",
      "rush",
      "diving",
    ],
  ],
  [
    "party",
    [
      "birthday",
      "firework",
      "celebrat",
      "rain",
      "snow",
      "christmas",
      "santa",
      "new_year",
      "lucky",
      "fortune",
      "party",
      "toast",
    ],
  ],
];

export function familyOf(effectScene: string): EffectFamily {
  return FAMILIES.find(([, words]) => words.some((word) => effectScene.includes(word)))?.[0] ?? "show";
}
