"use client";

import type { BrushCanvasProps } from "./brush-canvas-props.ts";

export function BrushCanvas({ picture }: BrushCanvasProps) {
  // biome-ignore lint/performance/noImgElement: people's own pictures never pass through the optimizer
  return <img src={picture.url} alt="" className="size-full object-contain" />;
}
