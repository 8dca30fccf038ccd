"use client";

import { Pause, Play } from "lucide-react";
import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { type CameraControl, endOf } from "#lib/motion/camera.ts";
import { drawFrame, scenePreparer } from "#lib/motion/frame/prepare-scene.ts";
import type { Size } from "#lib/motion/point.ts";
import type { Picture, ShotContent } from "#lib/motion/scene/motion-scene.ts";
import { browserSurface } from "./browser-surface.ts";

type Props = {
  picture: Picture;
  /** Pixels that are drawn; the aspect of the clip. */
  frame: Size;
  /** Null while the camera stands still. */
  control: CameraControl | null;
  seconds: number;
};

/** How long the end of the move is held before it begins again. */
const HOLD_SECONDS = 0.8;

/** The camera's move on the picture, over and over at its true length. */
export function CameraPreview({ picture, frame, control, seconds }: Props) {
  const t = useTranslations("create.camera");
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isPlaying, setPlaying] = useState(() => !prefersStillness());
  const [prepare] = useState(() => scenePreparer(browserSurface));
  const prepared = useMemo(() => {
    const content: ShotContent =
      control === null ? { content: "still", picture } : { content: "camera", picture, end: endOf(control) };
    return prepare({ frame, shots: [{ seconds, caption: null, content }] });
  }, [prepare, picture, frame, control, seconds]);

  const draw = useEffectEvent((second: number) => {
    const pen = canvas.current?.getContext("2d");
    if (pen) drawFrame(pen, prepared, second);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: while it is still, every change shows where the move ends
  useEffect(() => {
    if (!isPlaying) draw(seconds);
  }, [isPlaying, prepared, seconds]);
  useEffect(() => {
    if (!isPlaying) return;
    const startMs = performance.now();
    let next = requestAnimationFrame(function show(nowMs) {
      draw(((nowMs - startMs) / 1000) % (seconds + HOLD_SECONDS));
      next = requestAnimationFrame(show);
    });
    return () => cancelAnimationFrame(next);
  }, [isPlaying, seconds]);

  return (
    <figure className="relative flex size-full min-h-0 items-center justify-center">
      <canvas
        ref={canvas}
        width={frame.widthPx}
        height={frame.heightPx}
        role="img"
        aria-label={t("preview")}
        className="max-h-full max-w-full rounded-md"
      />
      <figcaption className="absolute bottom-2 left-2 rounded-sm bg-black/60 px-2 py-0.5 text-xs text-white">
        {t("previewNote")}
      </figcaption>
      <IconButton
        label={isPlaying ? t("pause") : t("play")}
        variant="overlay"
        onClick={() => setPlaying(!isPlaying)}
        className="absolute right-2 bottom-2"
      >
        {isPlaying ? <Pause aria-hidden /> : <Play aria-hidden />}
      </IconButton>
    </figure>
  );
}

function prefersStillness(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
