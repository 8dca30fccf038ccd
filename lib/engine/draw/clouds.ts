import type { CreateSurface, Pen, Surface } from "#lib/motion/pen.ts";
import { type Color, css, mix, withAlpha } from "../scene/color.ts";
import type { Random } from "../scene/random.ts";
import type { Weather } from "../scene/scene.ts";
import type { Layer } from "./layer.ts";
import type { Setting } from "./setting.ts";
import { fillDisc, fillOval } from "./shapes.ts";

/** Clouds: heaped by day, drawn out into bands when the sun is low. Each is painted once and then drifts. */
export function cloudLayers(setting: Setting, createSurface: CreateSurface): Layer[] {
  const { scene } = setting;
  if (scene.backdrop === "deep" || scene.backdrop === "stars") return [];
  const isHeaped = scene.time === "day" || scene.weather === "cloudy" || scene.weather === "storm";
  const count = CLOUD_COUNT[scene.weather] + (isHeaped ? 0 : 2);
  const random = setting.randomFor("clouds");
  const clouds = Array.from({ length: count }, (_, index) =>
    makeCloud(setting, { random, createSurface, isHeaped, place: (index + 0.5) / count }),
  );
  return [
    {
      depth: 0.05,
      live: (pen, { seconds }) => {
        for (const cloud of clouds) drawCloud(pen, cloud, seconds);
      },
    },
  ];
}

const CLOUD_COUNT = { clear: 5, cloudy: 9, fog: 3, rain: 9, storm: 11, snow: 6 } as const;

type Cloud = { surface: Surface; x: number; y: number; width: number; height: number; speed: number };

type Recipe = { random: Random; createSurface: CreateSurface; isHeaped: boolean; place: number };

function makeCloud(setting: Setting, { random, createSurface, isHeaped, place }: Recipe): Cloud {
  const { stage, horizonY, left, right } = setting;
  const distance = random.next();
  const width =
    stage.unit * (isHeaped ? 26 + 34 * (1 - distance) : 40 + 60 * (1 - distance)) * random.between(0.8, 1.2);
  const height = width * (isHeaped ? 0.42 : 0.13);
  const surface = createSurface(width, height);
  const paint = isHeaped ? paintHeap : paintBand;
  paint(surface.pen, { width, height, random, tones: tonesOf(setting, distance) });
  return {
    surface,
    width,
    height,
    x: left + (right - left) * (place + random.between(-0.08, 0.08)) - width / 2,
    y: horizonY * (0.06 + 0.72 * distance ** 0.8) - height / 2,
    speed: stage.unit * random.between(0.5, 0.9) * (1.3 - distance),
  };
}

function drawCloud(pen: Pen, { surface, x, y, width, height, speed }: Cloud, seconds: number): void {
  pen.drawImage(surface.picture, x + speed * seconds, y, width, height);
}

/** How much light still reaches the clouds. */
const GLOOM: Partial<Record<Weather, number>> = { storm: 0.12, rain: 0.4, snow: 0.7 };

type Tones = { light: Color; body: Color; shadow: Color; alpha: number };

function tonesOf({ palette, scene }: Setting, distance: number): Tones {
  const air = mix(palette.skyMiddle, palette.skyLow, 0.2 + 0.7 * distance);
  const isDay = scene.time === "day";
  const lit = mix(palette.orb, palette.glow, isDay ? 0.1 : 0.55);
  const strength = scene.time === "night" ? 0.18 : scene.time === "dusk" ? 0.42 : 0.78;
  const fade = (1 - 0.45 * distance) * (GLOOM[scene.weather] ?? 1);
  return {
    light: mix(air, lit, strength * fade),
    body: mix(air, lit, strength * 0.55 * fade),
    shadow: mix(air, palette.skyTop, isDay ? 0.16 : 0.34),
    alpha: scene.weather === "clear" ? 0.85 : 0.9,
  };
}

type Canvas = { width: number; height: number; random: Random; tones: Tones };

/** Overlapping balls on a flat base, in shadow, body and light, each a little smaller and higher. */
function paintHeap(pen: Pen, { width, height, random, tones }: Canvas): void {
  const base = height * 0.86;
  const balls = Array.from({ length: 11 }, (_, index) => {
    const share = (index + 0.5) / 11;
    const arch = Math.sin(share * Math.PI);
    const radius = height * (0.12 + 0.27 * arch * random.between(0.75, 1.1));
    return {
      x: width * (0.1 + 0.8 * share),
      y: base - radius * random.between(0.5, 0.75) - height * 0.18 * arch * random.next(),
      radius,
    };
  });
  pen.save();
  pen.beginPath();
  pen.rect(0, 0, width, base);
  pen.clip();
  pen.globalAlpha = tones.alpha;
  for (const [tone, lift, shrink] of [
    [tones.shadow, 0, 1],
    [tones.body, 0.05, 0.94],
    [tones.light, 0.13, 0.78],
  ] as const) {
    pen.fillStyle = css(tone);
    for (const { x, y, radius } of balls)
      fillDisc(pen, x - radius * lift, y - radius * lift * 1.6, radius * shrink);
  }
  pen.restore();
}

/** Long lenses laid over each other, thin at both ends. */
function paintBand(pen: Pen, { width, height, random, tones }: Canvas): void {
  for (let index = 0; index < 5; index += 1) {
    const y = height * random.between(0.3, 0.72);
    const reach = width * random.between(0.2, 0.44);
    const x = width * random.between(0.46, 0.54) + (width * 0.5 - reach) * random.between(-0.9, 0.9);
    const gradient = pen.createLinearGradient(x - reach, 0, x + reach, 0);
    const tone = index % 2 === 0 ? tones.body : tones.light;
    gradient.addColorStop(0, css(withAlpha(tone, 0)));
    gradient.addColorStop(0.5, css(withAlpha(tone, tones.alpha * 0.6)));
    gradient.addColorStop(1, css(withAlpha(tone, 0)));
    pen.fillStyle = gradient;
    fillOval(pen, [x, y], [reach, height * random.between(0.06, 0.2)]);
  }
}
