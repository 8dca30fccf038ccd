import type { Pen } from "#lib/motion/pen.ts";
import { css, mix, shade, withAlpha } from "../scene/color.ts";
import type { Layer } from "./layer.ts";
import type { Setting } from "./setting.ts";
import { fillDisc, fillGlow, verticalGradient } from "./shapes.ts";

/** Air, light and stars. Infinitely far, and so it stands still under every camera. */
export function skyLayer(setting: Setting): Layer {
  const stars = starsOf(setting);
  return {
    depth: 0,
    still: { top: 0, bottom: setting.stage.height, paint: (pen) => paintSky(pen, setting, stars) },
    live: (pen, { seconds }) => twinkle(pen, stars, seconds),
  };
}

function paintSky(pen: Pen, setting: Setting, stars: readonly Star[]): void {
  const { stage, palette, horizonY } = setting;
  pen.fillStyle = verticalGradient(
    pen,
    [0, horizonY],
    [
      [0, palette.skyTop],
      [0.3, mix(palette.skyTop, palette.skyMiddle, 0.55)],
      [0.6, palette.skyMiddle],
      [0.82, mix(palette.skyMiddle, palette.skyLow, 0.6)],
      [1, palette.skyLow],
    ],
  );
  pen.fillRect(0, 0, stage.width, stage.height);
  for (const star of stars) paintStar(pen, star, star.brightness * 0.6);
  paintOrb(pen, setting);
}

function paintOrb(pen: Pen, { orb, palette, stage, scene }: Setting): void {
  const veiled = scene.weather === "clear" ? 1 : orb.isVisible ? 0.7 : 0.35;
  const reach = orb.isMoon ? 34 : 62;
  fillGlow(
    pen,
    [orb.x, orb.y],
    stage.unit * reach,
    withAlpha(palette.glow, (orb.isMoon ? 0.34 : 0.62) * veiled),
  );
  fillGlow(pen, [orb.x, orb.y], orb.radius * 2.6, withAlpha(palette.orb, 0.55 * veiled));
  if (!orb.isVisible) return;
  pen.fillStyle = css(palette.orb);
  fillDisc(pen, orb.x, orb.y, orb.radius);
  if (orb.isMoon) paintMoonSeas(pen, { orb, palette });
}

function paintMoonSeas(pen: Pen, { orb, palette }: Pick<Setting, "orb" | "palette">): void {
  pen.fillStyle = css(withAlpha(shade(palette.skyMiddle, 0.3), 0.22));
  const seas = [
    [-0.35, -0.25, 0.26],
    [0.05, -0.42, 0.16],
    [0.3, 0.1, 0.3],
    [-0.2, 0.38, 0.2],
    [-0.5, 0.2, 0.1],
  ] as const;
  for (const [x, y, radius] of seas)
    fillDisc(pen, orb.x + x * orb.radius, orb.y + y * orb.radius, radius * orb.radius);
}

type Star = { x: number; y: number; radius: number; brightness: number; phase: number; twinkles: boolean };

const STARS_AT = { dawn: 0, day: 0, sunset: 0, dusk: 60, night: 260 } as const;

function starsOf(setting: Setting): Star[] {
  const { scene, stage, horizonY } = setting;
  const isOpen = scene.weather === "clear" || (scene.weather === "cloudy" && scene.time === "night");
  if (!isOpen || scene.backdrop === "deep") return [];
  const random = setting.randomFor("stars");
  const count = STARS_AT[scene.time] * (scene.backdrop === "stars" ? 2 : 1);
  return Array.from({ length: count }, () => {
    const low = random.next() ** 1.3;
    return {
      x: random.between(0, stage.width),
      y: low * horizonY,
      radius: stage.unit * (random.chance(0.12) ? random.between(0.2, 0.3) : random.between(0.07, 0.16)),
      brightness: random.between(0.35, 1) * (1 - low * 0.7),
      phase: random.between(0, Math.PI * 2),
      twinkles: random.chance(0.22),
    };
  });
}

function paintStar(pen: Pen, star: Star, alpha: number): void {
  pen.fillStyle = `rgba(255,250,235,${alpha.toFixed(3)})`;
  fillDisc(pen, star.x, star.y, star.radius);
}

function twinkle(pen: Pen, stars: readonly Star[], seconds: number): void {
  for (const star of stars) {
    if (!star.twinkles) continue;
    const wink = 0.5 + 0.5 * Math.sin(seconds * 2.1 + star.phase);
    paintStar(pen, star, star.brightness * wink * 0.9);
  }
}
