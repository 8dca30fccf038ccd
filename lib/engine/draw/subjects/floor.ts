import { landHeight } from "../grounds/land.ts";
import { ledgeY } from "../grounds/ledge.ts";
import { moonHeight } from "../grounds/moonscape.ts";
import { roadY } from "../grounds/road.ts";
import { sandHeight } from "../grounds/sand.ts";
import { shoreHeight } from "../grounds/shore.ts";
import { sillY } from "../grounds/window.ts";
import type { Setting } from "../setting.ts";

/** Where something that stands at `x` touches the ground. */
export function floorOf(setting: Setting, x: number): number {
  const { scene, stage } = setting;
  switch (scene.ground) {
    case "meadow":
      return landHeight(setting, 1)(x) + stage.unit * 5;
    case "sand":
      return sandHeight(setting)(x) + stage.unit * 4;
    case "water":
      return shoreHeight(setting)(x) + stage.unit * 2.4;
    case "road":
      return roadY(setting);
    case "ledge":
      return ledgeY(setting);
    case "window":
      return sillY(setting);
    case "moonscape":
      return moonHeight(setting)(x) + stage.unit * 4;
    case "seabed":
      return setting.horizonY + stage.unit * 4;
  }
}
