import type { CreateSurface } from "#lib/motion/pen.ts";
import { cityLayers } from "./backdrops/city.ts";
import { duneLayers } from "./backdrops/dunes.ts";
import { forestLayers } from "./backdrops/forest.ts";
import { hillLayers, islandLayers } from "./backdrops/hills.ts";
import { mountainLayers } from "./backdrops/mountains.ts";
import { villageLayers } from "./backdrops/village.ts";
import { distantBirds } from "./birds.ts";
import { cloudLayers } from "./clouds.ts";
import { foregroundGrass, landLayers } from "./grounds/land.ts";
import { ledgeLayers } from "./grounds/ledge.ts";
import { moonscapeLayers, spaceLayers } from "./grounds/moonscape.ts";
import { roadLayers } from "./grounds/road.ts";
import { sandLayers } from "./grounds/sand.ts";
import { bubbleLayer, seabedLayers } from "./grounds/seabed.ts";
import { shoreLayers } from "./grounds/shore.ts";
import { waterLayers } from "./grounds/water.ts";
import { curtainLayer, windowLayers } from "./grounds/window.ts";
import type { Layer } from "./layer.ts";
import type { Setting } from "./setting.ts";
import { skyLayer } from "./sky.ts";
import { subjectLayers } from "./subjects/subject-layers.ts";
import { midAir, nearAir, skyEffects } from "./weather/weather-layers.ts";

/** All sheets of a scene, from the sky to the lens. */
export function sceneLayers(setting: Setting, createSurface: CreateSurface): Layer[] {
  const backdrops = backdropLayers(setting);
  const subjects = subjectLayers(setting);
  return [
    skyLayer(setting),
    ...skyEffects(setting),
    ...cloudLayers(setting, createSurface),
    ...distantBirds(setting),
    ...backdrops,
    ...midAir(setting, createSurface),
    ...subjects.filter(({ depth }) => depth < SKY_DEPTH),
    ...groundLayers(setting, { backdrops, createSurface }),
    ...subjects.filter(({ depth }) => depth >= SKY_DEPTH),
    ...(setting.scene.ground === "window" ? [] : nearAir(setting)), // seen from a room, weather stays behind the glass
    ...foreground(setting),
  ];
}

/** What flies is nearer than the backdrop and farther than the ground. */
const SKY_DEPTH = 0.4;

function foreground(setting: Setting): Layer[] {
  switch (setting.scene.ground) {
    case "meadow":
      return [foregroundGrass(setting)];
    case "window":
      return [curtainLayer(setting)];
    case "seabed":
      return [bubbleLayer(setting)];
    case "water":
    case "sand":
    case "road":
    case "ledge":
    case "moonscape":
      return [];
  }
}

function backdropLayers(setting: Setting): Layer[] {
  switch (setting.scene.backdrop) {
    case "mountains":
      return mountainLayers(setting);
    case "hills":
      return hillLayers(setting);
    case "islands":
      return islandLayers(setting);
    case "city":
      return cityLayers(setting);
    case "forest":
      return forestLayers(setting);
    case "dunes":
      return duneLayers(setting);
    case "village":
      return villageLayers(setting);
    case "stars":
      return spaceLayers(setting);
    case "deep":
      return [];
  }
}

type GroundPlan = { backdrops: readonly Layer[]; createSurface: CreateSurface };

function groundLayers(setting: Setting, { backdrops, createSurface }: GroundPlan): Layer[] {
  switch (setting.scene.ground) {
    case "water":
      return [...waterLayers({ setting, backdrops, createSurface }), ...shoreLayers(setting)];
    case "meadow":
      return landLayers(setting);
    case "sand":
      return sandLayers(setting);
    case "road":
      return roadLayers(setting);
    case "ledge":
      return ledgeLayers(setting);
    case "window":
      return [...nearAir(setting), ...windowLayers(setting)];
    case "moonscape":
      return moonscapeLayers(setting);
    case "seabed":
      return seabedLayers(setting);
  }
}
