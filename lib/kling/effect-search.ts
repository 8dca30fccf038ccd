import { type EffectTheme, effectName, effectTheme } from "./effect-names.ts";
import { EFFECT_SCENES, type EffectScene } from "./effects.ts";

export type EffectFilter = {
  readonly search: string;
  readonly theme: EffectTheme | null;
  readonly pictures: 1 | 2 | null;
  /** Also what upstream no longer offers. */
  readonly withDiscontinued: boolean;
};

/** Effects that match in the order of the lists. Every word that was typed must stand in the name or the identifier. */
export function findEffects(filter: EffectFilter): readonly EffectScene[] {
  const words = filter.search
    .toLowerCase()
    .split(/[\s_]+/)
    .filter(Boolean);
  return [...EFFECT_SCENES.values()].filter((scene) => {
    if (!filter.withDiscontinued && scene.discontinued !== undefined) return false;
    if (filter.theme !== null && effectTheme(scene) !== filter.theme) return false;
    if (filter.pictures !== null && scene.pictures !== filter.pictures) return false;
    const { zh, en } = effectName(scene.id);
    const text = `${scene.id} ${zh} ${en}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
