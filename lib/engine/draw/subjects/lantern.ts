import { withAlpha } from "../../scene/color.ts";
import { fillGlow } from "../shapes.ts";
import { type Brush, blob, box, limb, sway, tone } from "./brush.ts";

/** A paper lantern that shines from inside. */
export function drawLantern(brush: Brush): void {
  const { pen, setting } = brush;
  pen.save();
  pen.rotate(sway(brush, 1.1) * 0.07);
  fillGlow(pen, [0, -56], 92, withAlpha(setting.palette.lamp, 0.42 + 0.06 * sway(brush, 5)));
  blob(brush, tone(brush, "#f0673f", 0.08), [
    [-22, -12],
    [-34, -40],
    [-32, -84],
    [0, -98],
    [32, -84],
    [34, -40],
    [22, -12],
  ]);
  blob(brush, "rgba(255,214,130,0.8)", [
    [-10, -16],
    [-16, -44],
    [-12, -76],
    [0, -82],
    [12, -76],
    [16, -44],
    [10, -16],
  ]);
  box(brush, tone(brush, "#7a2f24"), [-16, -16, 32, 6, 2]);
  box(brush, tone(brush, "#7a2f24"), [-13, -96, 26, 5, 2]);
  limb(brush, {
    color: tone(brush, "#ffcf6b"),
    width: 2,
    points: [
      [0, -10],
      [sway(brush, 2) * 3, 8],
    ],
  });
  pen.restore();
}
