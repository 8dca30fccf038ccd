/**
 * The part of a 2D canvas that our drawing code uses. Kept this small so that the same code draws in a browser, in a worker
 * and in the renderer's child process.
 */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | "save"
  | "restore"
  | "translate"
  | "scale"
  | "rotate"
  | "beginPath"
  | "closePath"
  | "moveTo"
  | "lineTo"
  | "quadraticCurveTo"
  | "bezierCurveTo"
  | "arc"
  | "ellipse"
  | "rect"
  | "roundRect"
  | "fill"
  | "stroke"
  | "clip"
  | "fillRect"
  | "createLinearGradient"
  | "createRadialGradient"
  | "drawImage"
  | "fillStyle"
  | "strokeStyle"
  | "lineWidth"
  | "lineCap"
  | "lineJoin"
  | "globalAlpha"
  | "globalCompositeOperation"
>;

/** Somewhere to paint once and copy from often. */
export type Surface = { pen: Pen; picture: CanvasImageSource };

export type CreateSurface = (widthPx: number, heightPx: number) => Surface;

/** The picture being composed. One `unit` is a hundredth of its shorter side: things keep their size in every aspect. */
export type Stage = { width: number; height: number; unit: number };

export function stageOf(widthPx: number, heightPx: number): Stage {
  return { width: widthPx, height: heightPx, unit: Math.min(widthPx, heightPx) / 100 };
}
