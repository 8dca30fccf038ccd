import type { CreateSurface } from "#lib/motion/pen.ts";
import type { Extra } from "../../scene/scene.ts";
import type { Layer } from "../layer.ts";
import type { Setting } from "../setting.ts";
import { auroraLayer, dawnMist, fogLayers, lightningLayer, rainbowLayer, shootingStarLayer } from "./air.ts";
import { driftLayer, rainLayers, snowLayers } from "./falling.ts";
import { fireflyLayer, fireworkLayer, skyLanternLayer } from "./lights.ts";

/** What happens in the sky, behind everything that stands. */
export function skyEffects(setting: Setting): Layer[] {
  const { scene } = setting;
  const layers = scene.extras.flatMap((extra) => farEffect(setting, extra));
  return scene.weather === "storm" ? [...layers, lightningLayer(setting)] : layers;
}

function farEffect(setting: Setting, extra: Extra): Layer[] {
  switch (extra) {
    case "aurora":
      return [auroraLayer(setting)];
    case "fireworks":
      return [fireworkLayer(setting)];
    case "rainbow":
      return [rainbowLayer(setting)];
    case "shooting stars":
      return [shootingStarLayer(setting)];
    case "blossoms":
    case "fireflies":
    case "lanterns":
    case "leaves":
      return [];
  }
}

/** Mist and fog, between the horizon and the ground. */
export function midAir(setting: Setting, createSurface: CreateSurface): Layer[] {
  const { weather, time, backdrop } = setting.scene;
  if (weather === "fog") return fogLayers(setting, createSurface);
  const isMisty =
    time === "dawn" && (backdrop === "mountains" || backdrop === "forest" || backdrop === "hills");
  return isMisty ? [dawnMist(setting)] : [];
}

/** What falls or floats between us and the scene. */
export function nearAir(setting: Setting): Layer[] {
  const { scene } = setting;
  return [...fallingOf(setting), ...scene.extras.flatMap((extra) => nearEffect(setting, extra))];
}

function fallingOf(setting: Setting): Layer[] {
  switch (setting.scene.weather) {
    case "rain":
    case "storm":
      return rainLayers(setting);
    case "snow":
      return snowLayers(setting);
    case "clear":
    case "cloudy":
    case "fog":
      return [];
  }
}

function nearEffect(setting: Setting, extra: Extra): Layer[] {
  switch (extra) {
    case "blossoms":
    case "leaves":
      return [driftLayer(setting, extra)];
    case "fireflies":
      return [fireflyLayer(setting)];
    case "lanterns":
      return [skyLanternLayer(setting)];
    case "aurora":
    case "fireworks":
    case "rainbow":
    case "shooting stars":
      return [];
  }
}
