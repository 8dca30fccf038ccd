import { withAlpha } from "../../scene/color.ts";
import { fillGlow } from "../shapes.ts";
import { type Brush, box, disc, limb, oval, rim, sway, tone, toneColor } from "./brush.ts";

/** An astronaut who floats a hand's breadth above the ground. */
export function drawAstronaut(brush: Brush): void {
  const { pen } = brush;
  const white = tone(brush, "#f4f6fa", 0.42);
  const grey = tone(brush, "#b9c0cf", 0.2);
  pen.save();
  pen.translate(0, -4 - sway(brush, 1.1) * 3);
  pen.rotate(sway(brush, 0.7) * 0.06);
  box(brush, grey, [-20, -74, 40, 42, 8]);
  limb(brush, {
    color: white,
    width: 15,
    points: [
      [-8, -34],
      [-10, -18],
      [-9, -7],
    ],
  });
  limb(brush, {
    color: white,
    width: 15,
    points: [
      [9, -34],
      [13, -18],
      [11, -7],
    ],
  });
  box(brush, white, [-17, -72, 34, 42, 12]);
  limb(brush, {
    color: white,
    width: 12,
    points: [
      [-15, -66],
      [-27, -54],
      [-25, -40],
    ],
  });
  const wave = sway(brush, 2.2) * 6;
  limb(brush, {
    color: white,
    width: 12,
    points: [
      [15, -66],
      [29, -70],
      [32 + wave, -88],
    ],
  });
  box(brush, tone(brush, brush.accent), [-9, -58, 18, 10, 3]);
  disc(brush, white, [0, -84, 19]);
  oval(brush, tone(brush, "#2c3a66"), [3, -84, 14.5, 12]);
  oval(brush, tone(brush, "#ffcf8a", 0.15), [-3, -88, 5, 3], -0.5);
  limb(brush, {
    color: rim(brush, "#eef1f6"),
    width: 2,
    points: [
      [-18, -86],
      [-14, -100],
      [-2, -103],
    ],
  });
  pen.restore();
}

/** A round old robot with one lit eye and an antenna. */
export function drawRobot(brush: Brush): void {
  const { pen, setting } = brush;
  const shell = tone(brush, brush.accent);
  const dark = tone(brush, brush.accent, -0.3);
  const metal = tone(brush, "#8f97a8");
  const nod = sway(brush, 1.2) * 1.5;
  for (const x of [-12, 12]) {
    limb(brush, {
      color: metal,
      width: 6,
      points: [
        [x, -30],
        [x, -8],
      ],
    });
    box(brush, dark, [x - 10, -9, 20, 9, 4]);
  }
  box(brush, shell, [-26, -66, 52, 40, 14]);
  box(brush, tone(brush, "#f2eee2"), [-14, -56, 28, 20, 5]);
  for (const [index, x] of [-8, 0, 8].entries()) {
    const on = Math.sin(brush.seconds * 3 + index * 2) > 0;
    disc(brush, tone(brush, on ? "#ff7d5c" : "#8f97a8", on ? 0.2 : 0), [x, -46, 2.4]);
  }
  limb(brush, {
    color: metal,
    width: 6,
    points: [
      [-26, -58],
      [-38, -46],
      [-34, -32],
    ],
  });
  limb(brush, {
    color: metal,
    width: 6,
    points: [
      [26, -58],
      [40, -56],
      [42, -70 + sway(brush, 2.4) * 5],
    ],
  });
  box(brush, shell, [-21, -95 + nod, 42, 27, 12]);
  box(brush, tone(brush, "#23283a"), [-15, -90 + nod, 30, 17, 8]);
  const eye = toneColor(setting, "#8df0e6", 0.35);
  fillGlow(pen, [4, -81.5 + nod], 16, withAlpha(eye, 0.55));
  disc(brush, tone(brush, "#8df0e6", 0.4), [-6, -81.5 + nod, 3.6]);
  disc(brush, tone(brush, "#8df0e6", 0.4), [7, -81.5 + nod, 3.6]);
  limb(brush, {
    color: metal,
    width: 2.2,
    points: [
      [0, -95 + nod],
      [0, -106 + nod],
    ],
  });
  disc(brush, tone(brush, "#ff7d5c", 0.2), [0, -108 + nod, 3.4]);
  limb(brush, {
    color: rim(brush, brush.accent),
    width: 2.2,
    points: [
      [-18, -86 + nod],
      [-17, -93 + nod],
      [-8, -94 + nod],
    ],
  });
}
