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
  | "transform"
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
  | "font"
  | "textAlign"
  | "textBaseline"
  | "fillText"
  | "measureText"
  | "createImageData"
  | "getImageData"
  | "putImageData"
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

/** Transparent at first; sides are rounded up to whole pixels. */
export type CreateSurface = (widthPx: number, heightPx: number) => Surface;
