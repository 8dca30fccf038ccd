import type { CreateSurface, Pen, Surface } from "#lib/motion/pen.ts";
import { cameraPose } from "../scene/camera.ts";
import type { Scene } from "../scene/scene.ts";
import type { Layer } from "./layer.ts";
import { sceneLayers } from "./layers.ts";
import { type Setting, settingOf } from "./setting.ts";
import type { Stage } from "./stage.ts";

/** A scene whose unmoving parts are painted and ready to be copied into frames. */
export type PaintedScene = { setting: Setting; sheets: readonly Sheet[]; durationSeconds: number };

type Sheet = { layer: Layer; painted: { surface: Surface; top: number; height: number } | null };

type PaintOptions = { stage: Stage; durationSeconds: number; createSurface: CreateSurface };

/** Paints everything that stands still. Do this once per clip, then call `drawFrame` for each moment. */
export function paintScene(
  scene: Scene,
  { stage, durationSeconds, createSurface }: PaintOptions,
): PaintedScene {
  const setting = settingOf(scene, stage);
  const sheets = sceneLayers(setting, createSurface).map((layer) => ({
    layer,
    painted: paintStill(layer, setting, createSurface),
  }));
  return { setting, sheets, durationSeconds };
}

function paintStill(
  { still }: Layer,
  { left, right, bottom }: Setting,
  createSurface: CreateSurface,
): Sheet["painted"] {
  if (still === undefined) return null;
  const top = Math.floor(still.top);
  const height = Math.ceil(Math.min(still.bottom, bottom)) - top;
  const surface = createSurface(right - left, height);
  surface.pen.translate(-left, -top);
  still.paint(surface.pen);
  return { surface, top, height };
}

/** Draws one moment of a painted scene onto a canvas of the stage's size. */
export function drawFrame(
  pen: Pen,
  { setting, sheets, durationSeconds }: PaintedScene,
  seconds: number,
): void {
  const { stage, left, right, scene } = setting;
  const moment = { seconds, fraction: Math.min(1, seconds / durationSeconds) };
  const pose = cameraPose(scene.camera, moment.fraction);
  for (const { layer, painted } of sheets) {
    pen.save();
    follow(pen, { stage, depth: layer.depth, pose });
    if (painted)
      pen.drawImage(painted.surface.picture, left, painted.top, Math.ceil(right - left), painted.height);
    layer.live?.(pen, moment);
    pen.restore();
  }
}

type Following = { stage: Stage; depth: number; pose: ReturnType<typeof cameraPose> };

/** Where the camera looks when it comes closer: a little below the middle, where things stand. */
const FOCUS_Y = 0.56;

function follow(pen: Pen, { stage, depth, pose }: Following): void {
  if (depth === 0) return;
  const zoom = 1 + (pose.zoom - 1) * (0.25 + 0.75 * depth);
  const [focusX, focusY] = [stage.width / 2, stage.height * FOCUS_Y];
  pen.translate(focusX - pose.x * depth * stage.width, focusY - pose.y * depth * stage.height);
  pen.scale(zoom, zoom);
  pen.translate(-focusX, -focusY);
}
