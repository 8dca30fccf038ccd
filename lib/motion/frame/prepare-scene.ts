import { AT_REST } from "../camera.ts";
import type { CreateSurface, Pen } from "../pen.ts";
import type { Size } from "../point.ts";
import { durationOf, type MotionScene, type Picture, type ShotContent } from "../scene/motion-scene.ts";
import { cameraShot } from "./camera-shot.ts";
import { drawCaption } from "./caption.ts";
import type { DrawShot, Stage } from "./draw-shot.ts";
import { framesShot } from "./frames-shot.ts";
import { type PaintedPicture, paintPicture } from "./painted-picture.ts";
import { regionsShot } from "./regions-shot.ts";

/** A scene whose pictures are cut, filled and aligned; only drawing is left. */
export type PreparedScene = {
  readonly frame: Size;
  readonly durationSeconds: number;
  readonly shots: readonly PreparedShot[];
};

type PreparedShot = {
  readonly fromSecond: number;
  readonly seconds: number;
  readonly caption: string | null;
  readonly draw: DrawShot;
};

/**
 * Makes scenes ready to be drawn. Call it again after each edit: pictures that come again, as the same objects and for a
 * frame of the same size, are not painted again, so that only what depends on the edit is made anew.
 */
export function scenePreparer(createSurface: CreateSurface): (scene: MotionScene) => PreparedScene {
  let kept: { frame: Size; pictures: ReadonlyMap<Picture, PaintedPicture> } | null = null;
  return (scene) => {
    const { frame } = scene;
    const stage = { frame, createSurface };
    const before =
      kept !== null && isSame(kept.frame, frame) ? kept.pictures : new Map<Picture, PaintedPicture>();
    const pictures = new Map<Picture, PaintedPicture>();
    const paint = (picture: Picture) => {
      const painted = pictures.get(picture) ?? before.get(picture) ?? paintPicture(picture, stage);
      pictures.set(picture, painted);
      return painted;
    };
    let fromSecond = 0;
    const shots = scene.shots.map(({ seconds, caption, content }) => {
      const shot = { fromSecond, seconds, caption, draw: shotOf(content, paint, stage) };
      fromSecond += seconds;
      return shot;
    });
    kept = { frame, pictures };
    return { frame, durationSeconds: durationOf(scene), shots };
  };
}

function isSame(a: Size, b: Size): boolean {
  return a.widthPx === b.widthPx && a.heightPx === b.heightPx;
}

function shotOf(content: ShotContent, paint: (picture: Picture) => PaintedPicture, stage: Stage): DrawShot {
  switch (content.content) {
    case "still": {
      const { picture } = paint(content.picture).surface;
      return (pen: Pen) => pen.drawImage(picture, 0, 0);
    }
    case "camera":
      return cameraShot(paint(content.picture).surface.picture, [AT_REST, content.end], stage);
    case "camera way":
      return cameraShot(paint(content.picture).surface.picture, content.way, stage);
    case "regions":
      return regionsShot(paint(content.picture), content, stage);
    case "frames":
      return framesShot(paint(content.first), paint(content.last), stage);
  }
}

/**
 * Draws one moment over the whole frame: at a size of `scene.frame`, in whatever coordinates the pen has. The same moment
 * gives the same picture, whatever was drawn before; moments outside the scene show its first or last one.
 */
export function drawFrame(pen: Pen, { frame, shots }: PreparedScene, seconds: number): void {
  const shot = shots.findLast(({ fromSecond }) => fromSecond <= seconds) ?? shots[0];
  if (shot === undefined) return;
  const fraction = Math.min(1, Math.max(0, (seconds - shot.fromSecond) / shot.seconds));
  shot.draw(pen, fraction);
  if (shot.caption !== null) drawCaption(pen, shot.caption, frame);
}
