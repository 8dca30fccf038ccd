import type { CreateSurface } from "#lib/motion/pen.ts";

/** A canvas of its own in the memory of this page. */
export const browserSurface: CreateSurface = (widthPx, heightPx) => {
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(widthPx);
  canvas.height = Math.ceil(heightPx);
  const pen = canvas.getContext("2d");
  if (pen === null) throw new Error("this browser gives no canvas to draw on");
  return { pen, picture: canvas };
};
