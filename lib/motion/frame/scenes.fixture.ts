import { type CameraControl, endOf } from "../camera.ts";
import { emptyLabels, type Label, type LabelBuffer, STILL } from "../labels.ts";
import type { Pen } from "../pen.ts";
import { imagePoint, type Size } from "../point.ts";
import type { MotionScene, Picture, ShotContent } from "../scene/motion-scene.ts";
import { paintedPicture } from "./skia.fixture.ts";

export const FRAME: Size = { widthPx: 160, heightPx: 90 };
const PICTURE_SIZE: Size = { widthPx: 320, heightPx: 180 };

export const BALL = { x: 80, y: 100, radius: 26 } as const;

/** A bright day without a dark pixel: a red ball on the left, a white house on the right, stripes in the meadow. */
export const DAY: Picture = paintedPicture(PICTURE_SIZE, (pen) => {
  ground(pen, ["#8fc4f0", "#d7ecfb", "#8bc26f", "#a5d489"]);
  fill(pen, "#fdfdfd", () => pen.rect(210, 70, 60, 60));
  fill(pen, "#d8604a", () => pen.rect(225, 95, 14, 35));
  fill(pen, "#e23b3b", () => pen.arc(BALL.x, BALL.y, BALL.radius, 0, 2 * Math.PI));
});

/** The same place at dusk, seen from a little more to the left. */
export const DUSK: Picture = paintedPicture(PICTURE_SIZE, (pen) => {
  ground(pen, ["#7d6bb0", "#f0a678", "#6f9a70", "#7fae80"]);
  fill(pen, "#e9d9cf", () => pen.rect(230, 70, 60, 60));
  fill(pen, "#b04a3c", () => pen.rect(245, 95, 14, 35));
  fill(pen, "#c03030", () => pen.arc(BALL.x + 20, BALL.y, BALL.radius, 0, 2 * Math.PI));
});

function ground(pen: Pen, [top, low, meadow, stripe]: readonly [string, string, string, string]): void {
  const sky = pen.createLinearGradient(0, 0, 0, 120);
  sky.addColorStop(0, top);
  sky.addColorStop(1, low);
  pen.fillStyle = sky;
  pen.fillRect(0, 0, PICTURE_SIZE.widthPx, 120);
  for (let x = 0; x < PICTURE_SIZE.widthPx; x += 20) {
    pen.fillStyle = x % 40 === 0 ? meadow : stripe;
    pen.fillRect(x, 120, 20, 60);
  }
}

function fill(pen: Pen, color: string, outline: () => void): void {
  pen.fillStyle = color;
  pen.beginPath();
  outline();
  pen.fill();
}

/** The ball as region 1, a piece of sky as region 2, and the meadow before them as still. */
export function paintedLabels(): LabelBuffer {
  const labels = emptyLabels(PICTURE_SIZE);
  const paint = (label: Label, isInside: (x: number, y: number) => boolean) => {
    labels.owners.forEach((_, index) => {
      const [x, y] = [(index % labels.widthPx) + 0.5, Math.floor(index / labels.widthPx) + 0.5];
      if (isInside(x, y)) labels.owners[index] = label;
    });
  };
  paint(1, (x, y) => Math.hypot(x - BALL.x, y - BALL.y) < BALL.radius + 1);
  paint(2, (x, y) => x > 200 && x < 250 && y > 10 && y < 40);
  paint(STILL, (_, y) => y > 150);
  return labels;
}

export const BALL_PATH = [imagePoint(80, 100), imagePoint(160, 60), imagePoint(240, 140)];

export function regions(): ShotContent {
  return { content: "regions", picture: DAY, labels: paintedLabels(), paths: { 1: BALL_PATH } };
}

export function camera(control: CameraControl): ShotContent {
  return { content: "camera", picture: DAY, end: endOf(control) };
}

export const axis = (config: NonNullable<CameraControl["config"]>) => camera({ type: "simple", config });

export const frames = (): ShotContent => ({ content: "frames", first: DAY, last: DUSK });

/** Five seconds of one thing. */
export function sceneOf(content: ShotContent): MotionScene {
  return { frame: FRAME, shots: [{ seconds: 5, caption: null, content }] };
}
