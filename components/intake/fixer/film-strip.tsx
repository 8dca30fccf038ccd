"use client";

import { useEffect, useRef } from "react";
import { stripOf } from "#lib/client/media/media-thread.ts";

const COUNT = 12;
const HEIGHT_PX = 96;
const WIDTH_PX = 1152;

/** Pictures of a film over its length, drawn as they are decoded; stays empty where the browser cannot. */
export function FilmStrip({ file }: { file: Blob }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const pen = canvas.current?.getContext("2d");
    const onFrame = (index: number, picture: ImageBitmap) => {
      pen?.drawImage(picture, ...coverOf(picture), index * CELL_PX, 0, CELL_PX, HEIGHT_PX);
      picture.close();
    };
    stripOf(file, { count: COUNT, heightPx: HEIGHT_PX, signal, onFrame }).catch(() => undefined); // an ornament
    return () => controller.abort();
  }, [file]);
  return <canvas ref={canvas} width={WIDTH_PX} height={HEIGHT_PX} aria-hidden className="size-full" />;
}

const CELL_PX = WIDTH_PX / COUNT;

/** The middle of a picture in the proportions of one cell. */
function coverOf({ width, height }: ImageBitmap): [number, number, number, number] {
  const ratio = CELL_PX / HEIGHT_PX;
  const usedWidth = Math.min(width, height * ratio);
  const usedHeight = Math.min(height, width / ratio);
  return [(width - usedWidth) / 2, (height - usedHeight) / 2, usedWidth, usedHeight];
}
