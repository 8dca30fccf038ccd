"use client";

import { type PointerEvent, useCallback, useEffect, useRef, useState } from "react";

/** A mouse that only passes by starts nothing. */
const HOVER_DELAY_MS = 120;

/** A line across the middle of the screen: on a phone only the card that a person looks at moves. */
const MIDDLE = "-50% 0px -50% 0px";

/** When a still should come to life. Never for someone who asked for less motion or to save data. */
export function useGlimpse() {
  const [isPlaying, setPlaying] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stop = useCallback(() => {
    clearTimeout(timer.current);
    setPlaying(false);
  }, []);
  const start = useCallback((delayMs: number) => {
    clearTimeout(timer.current);
    if (!isStillPreferred()) timer.current = setTimeout(setPlaying, delayMs, true);
  }, []);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (ref.current === null || !matchMedia("(hover: none)").matches) return stop;
    const observer = new IntersectionObserver(
      ([entry]) => (entry?.isIntersecting ? start(HOVER_DELAY_MS * 3) : stop()),
      { rootMargin: MIDDLE },
    );
    observer.observe(ref.current);
    return () => {
      observer.disconnect();
      stop();
    };
  }, [start, stop]);
  return {
    ref,
    isPlaying,
    handlers: {
      onPointerEnter: (event: PointerEvent) => event.pointerType === "mouse" && start(HOVER_DELAY_MS),
      onPointerLeave: (event: PointerEvent) => event.pointerType === "mouse" && stop(),
      onFocus: () => start(0),
      onBlur: stop,
    },
  };
}

function isStillPreferred(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce), (prefers-reduced-data: reduce)").matches;
}
