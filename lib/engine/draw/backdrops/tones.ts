import { type Color, mix } from "../../scene/color.ts";
import type { Setting } from "../setting.ts";

/** A thing's colour at a distance: 0 is near and its own, 1 is far and all air. */
export function inAir({ palette, scene }: Setting, color: Color, distance: number): Color {
  const thickness = scene.weather === "fog" ? 1.25 : scene.weather === "clear" ? 0.92 : 1.05;
  return mix(color, palette.haze, Math.min(0.97, distance * thickness));
}

/** A thing's colour in the light of the hour: by night everything is half ink. */
export function inLight({ palette, scene }: Setting, color: Color): Color {
  const share = { dawn: 0.36, day: 0.06, sunset: 0.46, dusk: 0.56, night: 0.72 }[scene.time];
  const warmed = mix(color, palette.glow, scene.time === "sunset" || scene.time === "dawn" ? 0.16 : 0);
  return mix(warmed, palette.ink, share);
}

/** The ground's own green, white, gold: what hills and meadows are made of in this scene. */
export function groundColor(
  setting: Setting,
  colors: { summer: Color; winter: Color; autumn: Color },
): Color {
  const { scene } = setting;
  if (scene.isWinter) return mix(inLight(setting, colors.winter), colors.winter, 0.42); // snow keeps its own light
  if (scene.extras.includes("leaves")) return inLight(setting, colors.autumn);
  return inLight(setting, colors.summer);
}
