import { drawFrame, type PreparedScene, scenePreparer } from "#lib/motion/frame/prepare-scene.ts";
import { durationOf, type MotionScene } from "#lib/motion/scene/motion-scene.ts";
import { browserSurface } from "./browser-surface.ts";
import { advance, type Playhead, shownSecond, started } from "./playhead.ts";

/** What the controls show: rounded, so that they are rendered ten times a second and not with every frame. */
export type PlaybackView = {
  readonly tenths: number;
  readonly isPlaying: boolean;
  readonly isLooping: boolean;
};

/** Plays one scene after the other on a canvas. What was edited is made ready for the frame after it, and only then. */
export type Playback = {
  readonly view: () => PlaybackView;
  readonly subscribe: (tell: () => void) => () => void;
  readonly show: (scene: MotionScene) => void;
  readonly play: () => void;
  readonly pause: () => void;
  readonly seek: (second: number) => void;
  readonly setLooping: (isLooping: boolean) => void;
  /** Draws on this canvas until it is told to stop. */
  readonly drawOn: (canvas: HTMLCanvasElement) => () => void;
};

type Options = {
  /** What does not start by itself waits at its end: the beginning is nothing but the picture. */
  readonly startsByItself: boolean;
  /** While this is true, as in the middle of a stroke, edits wait: making a scene ready must not delay a pointer. */
  readonly isHeld: () => boolean;
};

export function createPlayback({ startsByItself, isHeld }: Options): Playback {
  const prepare = scenePreparer(browserSurface);
  const listeners = new Set<() => void>();
  let playhead: Playhead = {
    second: startsByItself ? 0 : Number.POSITIVE_INFINITY,
    isPlaying: startsByItself,
    isLooping: true,
  };
  let scene: MotionScene | null = null;
  let prepared: { readonly from: MotionScene; readonly scene: PreparedScene } | null = null;
  let canvas: HTMLCanvasElement | null = null;
  let drawnSecond: number | null = null;
  let view: PlaybackView = viewOf(playhead, 0);
  let next = 0;
  let lastMs: number | null = null;

  const duration = () => (scene === null ? 0 : durationOf(scene));

  function schedule(): void {
    if (canvas !== null && scene !== null) next ||= requestAnimationFrame(onFrame);
  }

  function onFrame(nowMs: number): void {
    next = 0;
    const elapsedSeconds = (nowMs - (lastMs ?? nowMs)) / 1000;
    become(advance(playhead, { elapsedSeconds, durationSeconds: duration() }));
    prepareEdit();
    draw();
    const isWaiting = prepared?.from !== scene;
    lastMs = playhead.isPlaying ? nowMs : null;
    if (playhead.isPlaying || isWaiting) schedule();
  }

  function prepareEdit(): void {
    if (scene === null || prepared?.from === scene || isHeld()) return;
    prepared = { from: scene, scene: prepare(scene) };
    drawnSecond = null;
  }

  function draw(): void {
    const pen = canvas?.getContext("2d");
    if (canvas === null || !pen || prepared === null) return;
    const { frame, durationSeconds } = prepared.scene;
    const second = shownSecond(playhead, durationSeconds);
    if (second === drawnSecond) return; // the end is held, or nothing moves
    if (canvas.width !== frame.widthPx || canvas.height !== frame.heightPx) {
      canvas.width = frame.widthPx;
      canvas.height = frame.heightPx;
    }
    drawFrame(pen, prepared.scene, second);
    drawnSecond = second;
  }

  function become(changed: Playhead): void {
    playhead = changed;
    const shown = viewOf(playhead, duration());
    if (isSame(view, shown)) return;
    view = shown;
    for (const tell of listeners) tell();
  }

  function change(changed: Playhead): void {
    become(changed);
    schedule();
  }

  return {
    view: () => view,
    subscribe(tell) {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    show(edited) {
      scene = edited;
      change(playhead);
    },
    play: () => change(started(playhead, duration())),
    pause: () => change({ ...playhead, isPlaying: false }),
    seek: (second) => change({ ...playhead, second, isPlaying: false }),
    setLooping: (isLooping) => change({ ...playhead, isLooping }),
    drawOn(element) {
      canvas = element;
      drawnSecond = null;
      schedule();
      return () => {
        canvas = null;
        cancelAnimationFrame(next);
        next = 0;
        lastMs = null;
      };
    },
  };
}

function viewOf(playhead: Playhead, durationSeconds: number): PlaybackView {
  const { isPlaying, isLooping } = playhead;
  return { tenths: Math.floor(shownSecond(playhead, durationSeconds) * 10 + 0.001), isPlaying, isLooping };
}

function isSame(a: PlaybackView, b: PlaybackView): boolean {
  return a.tenths === b.tenths && a.isPlaying === b.isPlaying && a.isLooping === b.isLooping;
}
