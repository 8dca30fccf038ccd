import {
  Dumbbell,
  Heart,
  type LucideIcon,
  Music4,
  PartyPopper,
  PawPrint,
  Shirt,
  WandSparkles,
} from "lucide-react";
import type { EffectTheme } from "#lib/kling/effect-names.ts";

/** Upstream publishes no pictures of effects: a sign for the theme stands in their place. */
export const THEME_ICONS: Readonly<Record<EffectTheme, LucideIcon>> = {
  pair: Heart,
  pet: PawPrint,
  dance: Music4,
  sport: Dumbbell,
  festive: PartyPopper,
  look: Shirt,
  wonder: WandSparkles,
};
