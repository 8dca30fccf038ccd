import { cityLayers } from "./backdrops/city.ts";
import { duneLayers } from "./backdrops/dunes.ts";
import { forestLayers } from "./backdrops/forest.ts";
import { hillLayers, islandLayers } from "./backdrops/hills.ts";
import { mountainLayers } from "./backdrops/mountains.ts";
import { villageLayers } from "./backdrops/village.ts";
import { cloudLayers } from "./clouds.ts";
import { foregroundGrass, landLayers } from "./grounds/land.ts";
import { roadLayers } from "./grounds/road.ts";
import { sandLayers } from "./grounds/sand.ts";
import { waterLayers } from "./grounds/water.ts";
import type { Layer } from "./layer.ts";
import type { CreateSurface } from "./pen.ts";
import type { Setting } from "./setting.ts";
import { skyLayer } from "./sky.ts";

/** All sheets of a scene, from the sky to the lens. */
export function sceneLayers(setting: Setting, createSurface: CreateSurface): Layer[] {
  const backdrops = backdropLayers(setting);
  const all = [
    skyLayer(setting),
    ...cloudLayers(setting, createSurface),
    ...backdrops,
    ...groundLayers(setting, { backdrops, createSurface }),
  ];
  return all;
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
    case "deep":
      return [];
  }
}

type GroundPlan = { backdrops: readonly Layer[]; createSurface: CreateSurface };

function groundLayers(setting: Setting, { backdrops, createSurface }: GroundPlan): Layer[] {
  switch (setting.scene.ground) {
    case "water":
      return waterLayers({ setting, backdrops, createSurface });
    case "meadow":
    case "snow":
      return [...landLayers(setting), foregroundGrass(setting)];
    case "sand":
      return sandLayers(setting);
    case "road":
      return roadLayers(setting);
    case "ledge":
    case "window":
    case "moonscape":
    case "seabed":
      return [];
  }
}
