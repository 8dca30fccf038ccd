"use client";

import { type RefObject, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { Size } from "#lib/motion/point.ts";
import type { Shot } from "#lib/motion/scene/motion-scene.ts";
import { createPlayback, type Playback, type PlaybackView } from "./create-playback.ts";
import { frameSize } from "./frame-size.ts";

type Options = {
  readonly shape: Size;
  readonly shots: readonly Shot[];
  readonly isHeld: () => boolean;
};

type Animatic = {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly playback: Playback;
  readonly view: PlaybackView;
};

/** Plays shots on a canvas, with as many pixels as it shows. */
export function useAnimatic({ shape, shots, isHeld }: Options): Animatic {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [playback] = useState(() => createPlayback({ startsByItself: !prefersStillness(), isHeld }));
  const view = useSyncExternalStore(playback.subscribe, playback.view, playback.view);
  const room = useRoom(canvas);
  const { widthPx, heightPx } = room === null ? NO_ROOM : frameSize(shape, room);
  const scene = useMemo(
    () => (widthPx === 0 ? null : { frame: { widthPx, heightPx }, shots }),
    [widthPx, heightPx, shots],
  );
  useEffect(() => {
    if (scene !== null) playback.show(scene);
  }, [playback, scene]);
  useEffect(() => (canvas.current === null ? undefined : playback.drawOn(canvas.current)), [playback]);
  return { canvas, playback, view };
}

const NO_ROOM: Size = { widthPx: 0, heightPx: 0 };

/** How large an element is, in the device's own pixels; null until that is known. */
function useRoom(element: RefObject<HTMLElement | null>): Size | null {
  const [room, setRoom] = useState<Size | null>(null);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const { width, height } = entry.contentRect;
      const density = window.devicePixelRatio;
      if (width > 0 && height > 0) setRoom({ widthPx: width * density, heightPx: height * density });
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return room;
}

function prefersStillness(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
