import type { Pen } from "#lib/motion/pen.ts";
import { type Color, css, hex, mix, shade, withAlpha } from "../../scene/color.ts";
import type { Random } from "../../scene/random.ts";
import type { Layer, Moment } from "../layer.ts";
import type { Setting } from "../setting.ts";
import { fillDisc, fillGlow, fillShape } from "../shapes.ts";
import { hillLayers } from "./hills.ts";
import { inAir, inLight } from "./tones.ts";

type House = { x: number; y: number; width: number; wall: number; roof: Color; smokes: boolean };

const WALL = hex("#e9dcc8");
const ROOFS = [hex("#a8553f"), hex("#7c4a52"), hex("#4f5d78"), hex("#95603a")] as const;

/** Hills, and on the nearest of them a handful of houses with a light in the window. */
export function villageLayers(setting: Setting): Layer[] {
  const houses = housesOf(setting);
  return [
    ...hillLayers(setting),
    {
      depth: 0.3,
      still: {
        top: setting.horizonY - setting.stage.unit * 26,
        bottom: setting.horizonY + setting.stage.unit * 8,
        paint: (pen) => {
          for (const house of houses) paintHouse(pen, setting, house);
        },
      },
      live: (pen, moment) => {
        for (const house of houses) drawSmoke(pen, { setting, house, moment });
      },
    },
  ];
}

function housesOf({ stage, left, right, horizonY, randomFor }: Setting): House[] {
  const random = randomFor("village");
  const count = Math.round((right - left) / (stage.unit * 13));
  return Array.from({ length: count }, (_, index) =>
    houseAt({ index, count, random, stage, left, right, horizonY }),
  ).sort((first, second) => first.y - second.y);
}

type HousePlan = Pick<Setting, "stage" | "left" | "right" | "horizonY"> & {
  index: number;
  count: number;
  random: Random;
};

function houseAt({ index, count, random, stage, left, right, horizonY }: HousePlan): House {
  return {
    x: left + (right - left) * ((index + random.between(0.1, 0.9)) / count),
    y: horizonY - stage.unit * random.between(-4, 5),
    width: stage.unit * random.between(7, 11),
    wall: stage.unit * random.between(4, 6),
    roof: random.pick(ROOFS),
    smokes: random.chance(0.4),
  };
}

function paintHouse(pen: Pen, setting: Setting, { x, y, width, wall, roof, smokes }: House): void {
  const { palette, stage, scene } = setting;
  const tone = (color: Color) => inAir(setting, inLight(setting, color), 0.22);
  const { isWinter } = scene;
  pen.fillStyle = css(tone(WALL));
  pen.fillRect(x, y - wall, width, wall + stage.unit * 3);
  pen.fillStyle = css(withAlpha(tone(shade(WALL, -0.3)), 0.55));
  pen.fillRect(x + width * 0.66, y - wall, width * 0.34, wall + stage.unit * 3);
  pen.fillStyle = css(tone(isWinter ? hex("#eef3fa") : roof));
  fillShape(pen, [
    [x - width * 0.1, y - wall],
    [x + width * 0.14, y - wall - width * 0.4],
    [x + width * 0.86, y - wall - width * 0.4],
    [x + width * 1.1, y - wall],
  ]);
  if (smokes) pen.fillRect(x + width * 0.68, y - wall - width * 0.55, width * 0.09, width * 0.25);
  const isLit = scene.time !== "day";
  if (isLit) fillGlow(pen, [x + width * 0.3, y - wall * 0.5], width * 0.7, withAlpha(palette.lamp, 0.4));
  pen.fillStyle = css(isLit ? palette.lamp : tone(mix(WALL, palette.ink, 0.6)));
  pen.fillRect(x + width * 0.2, y - wall * 0.72, width * 0.16, wall * 0.4);
  pen.fillRect(x + width * 0.44, y - wall * 0.72, width * 0.16, wall * 0.4);
}

function drawSmoke(
  pen: Pen,
  { setting, house, moment }: { setting: Setting; house: House; moment: Moment },
): void {
  if (!house.smokes) return;
  const { stage, palette } = setting;
  const mouthX = house.x + house.width * 0.72;
  const mouthY = house.y - house.wall - house.width * 0.55;
  for (let puff = 0; puff < 7; puff += 1) {
    const age = (moment.seconds * 0.16 + puff / 7) % 1;
    pen.fillStyle = css(
      withAlpha(mix(palette.haze, palette.skyLow, 0.5), 0.34 * (1 - age) * Math.min(1, age * 8)),
    );
    const sway = Math.sin(age * 4 + puff) * stage.unit * age;
    fillDisc(
      pen,
      mouthX + sway + age * stage.unit * 4,
      mouthY - age * stage.unit * 11,
      stage.unit * (0.5 + age * 1.9),
    );
  }
}
