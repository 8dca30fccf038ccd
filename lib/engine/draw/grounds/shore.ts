import type { Pen } from "#lib/motion/pen.ts";
import { css, hex, mix, shade } from "../../scene/color.ts";
import { groundColor, inLight } from "../backdrops/tones.ts";
import type { Layer } from "../layer.ts";
import type { Setting } from "../setting.ts";
import { fillShape, type Point, rollingCurve, verticalGradient } from "../shapes.ts";
import { CAST } from "../subjects/cast.ts";
import { drawGrass, growGrass } from "./grass.ts";

/** A bank in front of the water, when somebody needs to stand there. */
export function shoreLayers(setting: Setting): Layer[] {
  const needsShore = setting.scene.subjects.some(
    ({ kind }) => CAST[kind].habitat === "ground" && kind !== "train",
  );
  if (!needsShore) return [];
  const { stage, bottom, left, right, palette } = setting;
  const heightAt = shoreHeight(setting);
  const isSea = setting.scene.backdrop === "islands";
  const blades = growGrass({
    from: left,
    to: right,
    count: isSea ? 0 : 120,
    yAt: (x) => heightAt(x) + stage.unit * 0.6,
    height: stage.unit * 2.6,
    random: setting.randomFor("shore grass"),
  });
  const leaf = mix(groundColor(setting, GRASS), palette.ink, 0.2);
  return [
    {
      depth: 0.6,
      still: {
        top: heightAt(stage.width / 2) - stage.unit * 6,
        bottom,
        paint: (pen) => paintBank(pen, setting),
      },
      live: (pen, { seconds }) => drawGrass(pen, { blades, color: leaf, seconds }),
    },
  ];
}

const GRASS = { summer: hex("#4d7d57"), winter: hex("#dfe8f2"), autumn: hex("#a8733c") };
const BEACH = hex("#d9b98a");

/** Where the bank's edge lies. */
export function shoreHeight({
  horizonY,
  bottom,
  stage,
  left,
  right,
  randomFor,
}: Setting): (x: number) => number {
  const curve = rollingCurve(randomFor("shore"), 0.6);
  const y = horizonY + (bottom - horizonY) * 0.68;
  return (x) => y - stage.unit * 2.4 * curve((x - left) / (right - left));
}

function paintBank(pen: Pen, setting: Setting): void {
  const { left, right, bottom, stage, palette, scene } = setting;
  const heightAt = shoreHeight(setting);
  const isSea = scene.backdrop === "islands";
  const color = isSea ? inLight(setting, BEACH) : groundColor(setting, GRASS);
  const edge: Point[] = [];
  for (let x = left; x <= right + stage.unit; x += stage.unit) edge.push([x, heightAt(x)]);
  const fillBelow = (lift: number) =>
    fillShape(pen, [
      ...edge.map(([x, y]) => [x, y + lift] as const),
      [right + stage.unit, bottom],
      [left, bottom],
    ]);
  pen.fillStyle = css(mix(color, palette.skyLow, 0.55));
  fillBelow(-stage.unit * 0.7);
  pen.fillStyle = verticalGradient(
    pen,
    [heightAt(left) - stage.unit * 3, bottom],
    [
      [0, mix(shade(color, 0.06), palette.glow, 0.2 * palette.light)],
      [0.3, color],
      [1, mix(shade(color, -0.3), palette.ink, 0.5)],
    ],
  );
  fillBelow(0);
}
