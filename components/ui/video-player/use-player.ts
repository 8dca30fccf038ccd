"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { timeAfterFrames } from "./frame-time.ts";
import { toggleFullscreen } from "./fullscreen.ts";

export const SPEEDS: readonly number[] = [0.25, 0.5, 1, 1.5, 2];

/** What the controls show; the video element is the truth. */
const AT_FIRST = {
  isPaused: true,
  isMuted: true,
  isLooping: true,
  isFullscreen: false,
  speed: 1,
  timeSeconds: 0,
};

export type Player = ReturnType<typeof usePlayer>;

/** Reads the element on every event and on every frame while it plays. Starts by itself and silently. */
export function usePlayer({ fps, durationSeconds }: { fps: number; durationSeconds: number }) {
  const frame = useRef<HTMLDivElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const [shown, setShown] = useState(AT_FIRST);
  const [isBroken, setBroken] = useState(false);

  const refresh = useCallback(() => {
    if (video.current !== null) setShown(read(video.current, frame.current));
  }, []);
  useEffect(() => {
    if (video.current === null) return;
    const unfollow = follow(video.current, refresh);
    if (!matchMedia("(prefers-reduced-motion: reduce)").matches) play(video.current);
    return unfollow;
  }, [refresh]);

  const change = (act: (element: HTMLVideoElement) => void) => {
    if (video.current === null) return;
    act(video.current);
    refresh();
  };
  const seek = (timeSeconds: number) =>
    change((element) => {
      element.currentTime = Math.min(Math.max(timeSeconds, 0), durationSeconds);
    });

  return {
    ...shown,
    frame,
    video,
    isBroken,
    fail: () => setBroken(true),
    seek,
    skip: (seconds: number) => change(({ currentTime }) => seek(currentTime + seconds)),
    step: (frames: number) =>
      change((element) => {
        element.pause();
        const { currentTime: timeSeconds } = element;
        element.currentTime = timeAfterFrames({ timeSeconds, durationSeconds, fps, frames });
      }),
    toggle: () => change((element) => (element.paused ? play(element) : element.pause())),
    toggleMute: () =>
      change((element) => {
        element.muted = !element.muted;
      }),
    toggleLoop: () =>
      change((element) => {
        element.loop = !element.loop;
      }),
    setSpeed: (speed: number) =>
      change((element) => {
        element.playbackRate = speed;
      }),
    toggleFullscreen: () => change((element) => toggleFullscreen(frame.current, element)),
  };
}

function read(video: HTMLVideoElement, frame: HTMLElement | null): typeof AT_FIRST {
  return {
    isPaused: video.paused,
    isMuted: video.muted,
    isLooping: video.loop,
    isFullscreen: frame !== null && document.fullscreenElement === frame,
    speed: video.playbackRate,
    timeSeconds: video.currentTime,
  };
}

/** Browsers refuse to play now and then (battery saver, sound without a gesture); the play button stays. */
function play(video: HTMLVideoElement): void {
  video.play().catch(() => {});
}

/** `timeupdate` comes four times a second, far too seldom for a moving knob: while it plays, every frame counts. */
function follow(video: HTMLVideoElement, onChange: () => void): () => void {
  const aborter = new AbortController();
  const { signal } = aborter;
  let request = 0;
  const followFrames = () => {
    onChange();
    cancelAnimationFrame(request);
    if (!video.paused) request = requestAnimationFrame(followFrames);
  };
  video.addEventListener("play", followFrames, { signal });
  for (const name of ["pause", "seeked", "volumechange", "ratechange", "loadedmetadata"]) {
    video.addEventListener(name, onChange, { signal });
  }
  document.addEventListener("fullscreenchange", onChange, { signal });
  signal.addEventListener("abort", () => {
    cancelAnimationFrame(request);
    video.pause();
  });
  return () => aborter.abort();
}
