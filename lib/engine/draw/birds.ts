import type { Layer } from "./layer.ts";
import type { Setting } from "./setting.ts";
import { drawBird } from "./subjects/winged.ts";

/** A few distant birds for an open sky: the picture is alive even when the prompt names nobody. */
export function distantBirds(setting: Setting): Layer[] {
  const { scene, stage, horizonY, left, right } = setting;
  const isOpen = scene.weather === "clear" || scene.weather === "cloudy" || scene.weather === "fog";
  const hasOwn = scene.subjects.some(({ kind }) => kind === "bird");
  if (!isOpen || hasOwn || scene.time === "night" || scene.backdrop === "deep" || scene.backdrop === "stars")
    return [];
  const random = setting.randomFor("birds");
  const middle = {
    x: random.between(left, right - stage.unit * 30),
    y: horizonY * random.between(0.3, 0.55),
  };
  const birds = Array.from({ length: random.integer(4, 7) }, () => ({
    x: middle.x + stage.unit * random.between(-14, 14),
    y: middle.y + stage.unit * random.between(-7, 7),
    scale: (stage.unit * random.between(1.6, 2.9)) / 100,
    phase: random.between(0, 6),
  }));
  return [
    {
      depth: 0.12,
      live: (pen, { seconds }) => {
        for (const { x, y, scale, phase } of birds) {
          pen.save();
          pen.translate(x + seconds * stage.unit * 2.2, y + Math.sin(seconds + phase) * stage.unit * 0.4);
          pen.scale(scale, scale);
          drawBird({ pen, seconds, phase, setting, accent: "#ffffff" });
          pen.restore();
        }
      },
    },
  ];
}
