import type { Pen } from "#lib/motion/pen.ts";
import { type Color, css, hex, mix, shade, withAlpha } from "../../scene/color.ts";
import { HILL_COLORS, paintLand } from "../backdrops/hills.ts";
import { groundColor, inLight } from "../backdrops/tones.ts";
import { paintPine, paintRoundTree } from "../backdrops/trees.ts";
import type { Layer } from "../layer.ts";
import type { Setting } from "../setting.ts";
import { fillDisc, fillGlow, fillOval, rollingCurve } from "../shapes.ts";
import { type Blade, drawGrass, growGrass } from "./grass.ts";

const BANDS = [
  { depth: 0.38, top: 0, height: 5, waves: 0.9, trees: 19 },
  { depth: 0.52, top: 0.22, height: 6, waves: 0.7, trees: 30 },
  { depth: 0.72, top: 0.52, height: 6, waves: 0.6, trees: 6 },
] as const;

type Band = (typeof BANDS)[number];

/** Rolling ground in three bands, with grass or snow, some trees and flowers; the nearest grass stands in front of all. */
export function landLayers(setting: Setting): Layer[] {
  return BANDS.map((band, index) => bandLayer(setting, { band, index }));
}

/** How far down the ground lies at a place of a band; subjects stand on the middle one. */
export function landHeight(setting: Setting, index: 0 | 1 | 2): (x: number) => number {
  const { stage, left, right } = setting;
  const band = BANDS[index];
  const curve = rollingCurve(setting.randomFor(`land ${index}`), band.waves);
  const y = crestOf(setting, band);
  return (x) => y - stage.unit * band.height * 0.5 * (curve((x - left) / (right - left)) + 0.6);
}

function crestOf({ horizonY, bottom }: Setting, band: Band): number {
  return horizonY + (bottom - horizonY) * band.top;
}

function bandLayer(setting: Setting, { band, index }: { band: Band; index: number }): Layer {
  const { stage, bottom, scene, palette } = setting;
  const next = BANDS[index + 1];
  const heightAt = landHeight(setting, index === 0 ? 0 : index === 1 ? 1 : 2);
  const base = groundColor(setting, HILL_COLORS);
  const color = mix(shade(base, -0.06 * index), palette.haze, [0.2, 0.09, 0][index] ?? 0);
  const { isWinter } = scene;
  const blades = isWinter ? [] : bladesOf(setting, { heightAt, index });
  return {
    depth: band.depth,
    still: {
      top: crestOf(setting, band) - stage.unit * (band.height + band.trees),
      bottom: next ? Math.min(bottom, crestOf(setting, next) + stage.unit * 9) : bottom, // below that, it is hidden
      paint: (pen) => {
        if (index < 2) paintTrees(pen, setting, { heightAt, index });
        paintLand(pen, setting, { heightAt, color, bottom: bottom + stage.unit * (isWinter ? 10 : 20) });
        if (isWinter) paintDrifts(pen, setting, { heightAt, index });
        else paintTufts(pen, setting, { heightAt, index, color });
      },
    },
    live: (pen, { seconds }) =>
      drawGrass(pen, { blades, color: mix(shade(color, 0.08), palette.glow, 0.12 * palette.light), seconds }),
  };
}

type BandPlan = { heightAt: (x: number) => number; index: number };

function bladesOf({ left, right, stage, randomFor }: Setting, { heightAt, index }: BandPlan): Blade[] {
  if (index === 0) return [];
  return growGrass({
    from: left,
    to: right,
    count: index === 1 ? 130 : 90,
    yAt: (x) => heightAt(x) + stage.unit * 0.4,
    height: stage.unit * (index === 1 ? 1.6 : 3),
    random: randomFor(`grass ${index}`),
  });
}

function paintTrees(pen: Pen, setting: Setting, { heightAt, index }: BandPlan): void {
  const { scene, stage, left, right, palette } = setting;
  const random = setting.randomFor(`land trees ${index}`);
  const { isWinter } = scene;
  const isWooded = scene.backdrop === "forest" || scene.backdrop === "mountains" || isWinter;
  const groups = index === 0 ? 5 : 3;
  for (let group = 0; group < groups; group += 1) {
    // the middle of the near band is kept free: there stands the subject
    const share =
      index === 0 ? random.next() : random.pick([random.between(0, 0.2), random.between(0.82, 1)]);
    for (let tree = 0; tree < (isWooded ? 4 : 2); tree += 1) {
      const x = left + (right - left) * share + stage.unit * random.between(-9, 9);
      const size = stage.unit * (index === 0 ? 8 : 15) * random.between(0.55, 1.2);
      const leaf = treeColor(setting, index, random.between(-0.08, 0.08));
      const snow = isWinter ? mix(inLight(setting, hex("#f2f6fc")), palette.haze, 0.2) : undefined;
      const y = heightAt(x) + stage.unit * 0.6;
      if (isWooded) paintPine(pen, { x, y, height: size * 1.35, color: leaf, random, snow });
      else paintRoundTree(pen, { x, y, size, leaf, random });
    }
  }
}

function treeColor(setting: Setting, index: number, variation: number): Color {
  const green = groundColor(setting, {
    summer: hex("#33704f"),
    winter: hex("#3d6472"),
    autumn: hex("#c2652f"),
  });
  return mix(shade(green, variation - 0.1 * index), setting.palette.haze, index === 0 ? 0.22 : 0.04);
}

/** Short dark strokes that give a meadow its grain. */
function paintTufts(
  pen: Pen,
  setting: Setting,
  { heightAt, index, color }: BandPlan & { color: Color },
): void {
  const { left, right, stage, bottom } = setting;
  const random = setting.randomFor(`tufts ${index}`);
  for (let tuft = 0; tuft < 90; tuft += 1) {
    const x = random.between(left, right);
    const y = heightAt(x) + (bottom - heightAt(x)) * random.next() ** 1.5;
    pen.fillStyle = css(withAlpha(shade(color, random.chance(0.5) ? 0.16 : -0.16), 0.35));
    fillOval(pen, [x, y], [stage.unit * random.between(0.8, 3.4), stage.unit * 0.16]);
  }
}

function paintDrifts(pen: Pen, setting: Setting, { heightAt, index }: BandPlan): void {
  const { left, right, stage, bottom, palette } = setting;
  const random = setting.randomFor(`drifts ${index}`);
  for (let drift = 0; drift < 16; drift += 1) {
    const x = random.between(left, right);
    const y = heightAt(x) + stage.unit * 2.4 + (bottom - heightAt(x)) * random.between(0.02, 0.9);
    const isShadow = random.chance(0.6);
    const tint = isShadow ? mix(palette.skyMiddle, palette.skyTop, 0.4) : palette.orb;
    pen.save();
    pen.translate(x, y);
    pen.scale(1, 0.09);
    fillGlow(pen, [0, 0], stage.unit * random.between(10, 30), withAlpha(tint, isShadow ? 0.3 : 0.34));
    pen.restore();
  }
}

const PETALS = ["#f7d9e3", "#fff3d6", "#ffb8a8", "#d7b8f5", "#ffd66b"].map(hex);

type Bloom = { x: number; y: number; height: number; radius: number; petal: Color; phase: number };

/** Grass and flowers right in front of the lens, dark against the picture. */
export function foregroundGrass(setting: Setting): Layer {
  const { left, right, bottom, stage, palette, scene } = setting;
  const random = setting.randomFor("foreground");
  const { isWinter } = scene;
  const leaf = mix(
    groundColor(setting, { summer: hex("#24583f"), winter: hex("#5b7488"), autumn: hex("#7a4d25") }),
    palette.ink,
    0.45,
  );
  const floor = bottom + stage.unit;
  const count = isWinter ? 26 : 120;
  const blades = growGrass({
    from: left,
    to: right,
    count,
    yAt: () => floor,
    height: stage.unit * (isWinter ? 7 : 11),
    random,
  });
  const hasFlowers = scene.subjects.some(
    ({ kind }) => kind === "flower" || kind === "butterfly" || kind === "rabbit",
  );
  const blooms: Bloom[] = Array.from({ length: hasFlowers ? 46 : isWinter ? 0 : 9 }, () => {
    const x = random.between(left, right);
    return {
      x,
      y: floor,
      height: stage.unit * random.between(5, hasFlowers ? 17 : 11),
      radius: stage.unit * random.between(0.7, hasFlowers ? 1.9 : 1.1),
      petal: inLight(setting, random.pick([PETALS[0] ?? leaf, ...PETALS.slice(1)])),
      phase: x * 0.004 + random.next(),
    };
  });
  return {
    depth: 0.95,
    live: (pen, { seconds }) => {
      drawGrass(pen, { blades, color: leaf, seconds });
      for (const bloom of blooms) drawBloom(pen, { bloom, leaf, seconds });
    },
  };
}

function drawBloom(pen: Pen, { bloom, leaf, seconds }: { bloom: Bloom; leaf: Color; seconds: number }): void {
  const { x, y, height, radius, petal, phase } = bloom;
  const sway = Math.sin(seconds * 1.4 - phase * 3) * height * 0.09;
  const [headX, headY] = [x + sway, y - height];
  pen.strokeStyle = css(leaf);
  pen.lineWidth = radius * 0.22;
  pen.beginPath();
  pen.moveTo(x, y);
  pen.quadraticCurveTo(x, y - height * 0.6, headX, headY);
  pen.stroke();
  pen.fillStyle = css(petal);
  for (let index = 0; index < 6; index += 1) {
    const angle = (index / 6) * Math.PI * 2 + phase;
    fillDisc(
      pen,
      headX + Math.cos(angle) * radius * 0.6,
      headY + Math.sin(angle) * radius * 0.6,
      radius * 0.5,
    );
  }
  pen.fillStyle = css(mix(hex("#ffcf5c"), leaf, 0.15));
  fillDisc(pen, headX, headY, radius * 0.42);
}
