import { REACH } from "../scene/camera.ts";
import { type Palette, paletteOf } from "../scene/palette.ts";
import { type Random, randomFrom } from "../scene/random.ts";
import type { Backdrop, Ground, Scene } from "../scene/scene.ts";
import type { Stage } from "./stage.ts";

/** What every layer needs to know to place and colour itself. All lengths in stage pixels. */
export type Setting = {
  scene: Scene;
  stage: Stage;
  palette: Palette;
  horizonY: number;
  orb: { x: number; y: number; radius: number; isMoon: boolean; isVisible: boolean };
  /** The painted area, wider than the stage by as far as the camera goes. */
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Its own stream of chance per layer, so that one layer's draws never shift another's. */
  randomFor(layer: string): Random;
};

export function settingOf(scene: Scene, stage: Stage): Setting {
  const randomFor = (layer: string) => randomFrom(`${layer} ${scene.seed}`);
  const marginX = Math.ceil(stage.width * REACH.x * 1.1); // whole pixels: the unmoving sky is then copied, not resampled
  const marginY = Math.ceil(stage.height * REACH.y * 1.1);
  const horizonY = stage.height * horizonShare(scene, stage);
  return {
    scene,
    stage,
    palette: paletteOf(scene, randomFor("palette")),
    horizonY,
    orb: orbOf({ scene, stage, horizonY, random: randomFor("orb") }),
    left: -marginX,
    right: stage.width + marginX,
    top: -marginY,
    bottom: stage.height + marginY,
    randomFor,
  };
}

const HORIZON_OF_GROUND: Readonly<Record<Ground, number>> = {
  water: 0.6,
  meadow: 0.66,
  sand: 0.64,
  road: 0.74,
  ledge: 0.76,
  window: 0.72,
  moonscape: 0.78,
  seabed: 0.86,
};

const TALL_BACKDROPS: ReadonlySet<Backdrop> = new Set(["forest", "city"]);

/** In an upright picture the horizon sinks a little: its sky is the better half. */
function horizonShare({ ground, backdrop }: Scene, stage: Stage): number {
  const isUpright = stage.height > stage.width;
  const tall = TALL_BACKDROPS.has(backdrop) ? 0.03 : 0;
  return HORIZON_OF_GROUND[ground] + tall + (isUpright ? 0.03 : 0);
}

type OrbContext = { scene: Scene; stage: Stage; horizonY: number; random: Random };

function orbOf({ scene, stage, horizonY, random }: OrbContext): Setting["orb"] {
  const isMoon = scene.time === "night" || scene.time === "dusk";
  const isHidden = scene.weather === "rain" || scene.weather === "storm" || scene.weather === "snow";
  const height = { dawn: 0.16, day: 0.46, sunset: 0.12, dusk: 0.4, night: 0.48 }[scene.time];
  const x = stage.width * (random.chance(0.5) ? random.between(0.22, 0.42) : random.between(0.58, 0.78));
  return {
    x,
    y: horizonY - stage.height * height * random.between(0.85, 1.05),
    radius: stage.unit * (isMoon ? (scene.wantsOrb ? 8 : 5.2) : scene.time === "day" ? 5 : 8.5),
    isMoon,
    isVisible:
      scene.backdrop !== "deep" &&
      (scene.wantsOrb ||
        !(isHidden || scene.extras.includes("aurora") || scene.extras.includes("fireworks"))),
  };
}
