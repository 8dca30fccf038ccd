import { type Color, hex, mix, mute, shade } from "./color.ts";
import type { Random } from "./random.ts";
import type { Scene, TimeOfDay, Weather } from "./scene.ts";

/** The few colours a picture is made of; every layer mixes its own from these, and so they belong together. */
export type Palette = {
  skyTop: Color;
  skyMiddle: Color;
  skyLow: Color;
  /** Sun or moon, and the light it throws. */
  orb: Color;
  glow: Color;
  /** The air: what distance fades into. */
  haze: Color;
  /** The darkest tone; foreground silhouettes. */
  ink: Color;
  /** Lamps and windows. */
  lamp: Color;
  /** How strongly the orb lights edges, 0 to 1. */
  light: number;
};

type Swatch = readonly [
  top: string,
  middle: string,
  low: string,
  orb: string,
  glow: string,
  haze: string,
  ink: string,
];

const SWATCHES: Readonly<Record<TimeOfDay, readonly [Swatch, ...Swatch[]]>> = {
  dawn: [
    ["#4f6ca8", "#c7a4c4", "#ffdcc0", "#fff4dc", "#ffd9a8", "#efc6bf", "#2b2d4d"],
    ["#5d8bb0", "#bcc9d6", "#ffe3c4", "#fff7e6", "#ffe0b0", "#e2d3cf", "#26364a"],
  ],
  day: [
    ["#2f7fc4", "#7fbfe6", "#dff1f2", "#fffdf0", "#fff6d0", "#c9e3ea", "#173a4e"],
    ["#3a93c9", "#93d0e4", "#eef6e6", "#fffdf0", "#fff4c8", "#d3e9df", "#1a4044"],
  ],
  sunset: [
    ["#33265f", "#b6507e", "#ffb26b", "#fff0b8", "#ffc267", "#f79c75", "#24163a"],
    ["#1f3a6b", "#d9727a", "#ffc98a", "#fff3cc", "#ffb469", "#f0a58c", "#1f1c3a"],
    ["#4a2f6e", "#e0696b", "#ffd27a", "#fff6cf", "#ffcf6e", "#f7a27e", "#2a1838"],
  ],
  dusk: [
    ["#182452", "#53549a", "#e09a9f", "#ffe9d6", "#f0a9a6", "#a483ae", "#141434"],
    ["#132c4f", "#3f6c95", "#e6b39a", "#fff0dc", "#e9b49c", "#8f9ab4", "#10203a"],
  ],
  night: [
    ["#060a22", "#122353", "#35558c", "#f6f1da", "#9db8ef", "#2d487e", "#050817"],
    ["#071018", "#0f2f46", "#2f6a78", "#f4f3e0", "#9adbe0", "#265664", "#040c14"],
    ["#0d0824", "#2a1c58", "#5f4490", "#f7eedd", "#c2a6f0", "#453a7c", "#08061a"],
  ],
};

const OVERCAST: Readonly<Record<TimeOfDay, Color>> = {
  dawn: hex("#b9b7c4"),
  day: hex("#a9bcc6"),
  sunset: hex("#a07f8c"),
  dusk: hex("#59618a"),
  night: hex("#1c2a45"),
};

const LAMP = hex("#ffd58a");

export function paletteOf({ time, weather, backdrop }: Scene, random: Random): Palette {
  if (backdrop === "deep") return DEEP;
  const [top, middle, low, orb, glow, haze, ink] = random.pick(SWATCHES[time]);
  const clear: Palette = {
    skyTop: hex(top),
    skyMiddle: hex(middle),
    skyLow: hex(low),
    orb: hex(orb),
    glow: hex(glow),
    haze: hex(haze),
    ink: hex(ink),
    lamp: LAMP,
    light: LIGHT_AT[time],
  };
  return underWeather(clear, { grey: OVERCAST[time], amount: GREYNESS[weather] });
}

const LIGHT_AT: Readonly<Record<TimeOfDay, number>> = {
  dawn: 0.8,
  day: 0.6,
  sunset: 1,
  dusk: 0.5,
  night: 0.45,
};

const GREYNESS: Readonly<Record<Weather, number>> = {
  clear: 0,
  cloudy: 0.3,
  fog: 0.5,
  rain: 0.62,
  storm: 0.78,
  snow: 0.3,
};

function underWeather(palette: Palette, { grey, amount }: { grey: Color; amount: number }): Palette {
  if (amount === 0) return palette;
  const veil = (color: Color, share: number) => mix(mute(color, amount * 0.5), grey, amount * share);
  return {
    ...palette,
    skyTop: shade(veil(palette.skyTop, 0.75), -amount * 0.12),
    skyMiddle: veil(palette.skyMiddle, 0.8),
    skyLow: veil(palette.skyLow, 0.7),
    haze: veil(palette.haze, 0.85),
    glow: veil(palette.glow, 0.5),
    ink: mix(palette.ink, grey, amount * 0.16),
    light: palette.light * (1 - amount * 0.8),
  };
}

const DEEP: Palette = {
  skyTop: hex("#48c3d6"),
  skyMiddle: hex("#1480a8"),
  skyLow: hex("#0a3f73"),
  orb: hex("#e9fff6"),
  glow: hex("#b9f7ee"),
  haze: hex("#1b74a0"),
  ink: hex("#04203f"),
  lamp: hex("#ffe9a0"),
  light: 0.8,
};
