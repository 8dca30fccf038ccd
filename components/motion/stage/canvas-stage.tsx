"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { classNames } from "#components/ui/class-names.ts";
import type { BrushPicture } from "../brush-canvas-props.ts";
import type { BrushSession } from "../session/brush-session.ts";
import { listenToStage } from "./listen.ts";
import { PictureTrouble } from "./picture-trouble.tsx";
import { paintStage } from "./stage-painter.ts";

type Props = {
  picture: BrushPicture;
  session: BrushSession;
  /** The picture's element once its pixels can be read. */
  onPicture: (picture: HTMLImageElement) => void;
  className?: string;
};

const LAYER = "pointer-events-none absolute top-0 left-0 origin-top-left";

/** The stage; a picture that did not come is asked for by another element, since the same one would not ask again. */
export function CanvasStage(props: Props) {
  const [attempt, setAttempt] = useState(0);
  return <Layers key={attempt} {...props} onRetry={() => setAttempt(attempt + 1)} />;
}

/** The picture, what is painted on it and what lies over both; nothing of it is drawn by React. */
function Layers({ picture, session, onPicture, className, onRetry }: Props & { onRetry: () => void }) {
  const t = useTranslations("motion.stage");
  const stage = useRef<HTMLDivElement>(null);
  const image = useRef<HTMLImageElement>(null);
  const labels = useRef<HTMLDivElement>(null);
  const marching = useRef<HTMLCanvasElement>(null);
  const guides = useRef<HTMLCanvasElement>(null);
  const ring = useRef<HTMLDivElement>(null);
  const loupe = useRef<HTMLCanvasElement>(null);
  const [loading, setLoading] = useState<"loading" | "shown" | "broken">("loading");

  useEffect(() => {
    const elements = {
      picture: image.current,
      labels: labels.current,
      marching: marching.current,
      guides: guides.current,
      ring: ring.current,
      loupe: loupe.current,
    };
    if (stage.current === null || !isComplete(elements)) return;
    const controller = new AbortController();
    const painter = paintStage(elements, session);
    listenToStage({
      stage: stage.current,
      session,
      onCursor: painter.moveCursor,
      signal: controller.signal,
    });
    const stopMeasuring = measureStage(stage.current, session);
    return () => {
      controller.abort();
      stopMeasuring();
      painter.stop();
    };
  }, [session]);

  return (
    <div
      ref={stage}
      role="application"
      aria-label={t("label")}
      aria-description={t("help")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a canvas that is worked on by keys and pointers is an application
      tabIndex={0}
      className={classNames(
        "relative min-h-0 min-w-0 touch-none overflow-hidden bg-stage outline-none select-none focus-visible:ring-2 focus-visible:ring-accent-text focus-visible:ring-inset [-webkit-touch-callout:none]",
        className,
      )}
    >
      {/* biome-ignore lint/performance/noImgElement: people's own pictures never pass through the optimizer */}
      <img
        ref={image}
        src={picture.url}
        alt=""
        width={picture.size.widthPx}
        height={picture.size.heightPx}
        draggable={false}
        onLoad={(event) => {
          setLoading("shown");
          onPicture(event.currentTarget);
        }}
        onError={() => setLoading("broken")}
        style={{ width: picture.size.widthPx, height: picture.size.heightPx }}
        className={classNames(LAYER, "max-w-none", loading !== "shown" && "opacity-0")}
      />
      <div ref={labels} className={LAYER} />
      <canvas ref={marching} className={LAYER} />
      <canvas ref={guides} className={classNames(LAYER, "size-full")} />
      <div
        ref={ring}
        aria-hidden
        className={classNames(
          LAYER,
          "rounded-full border border-white opacity-0 outline-1 outline-black/80 -outline-offset-2 will-change-transform",
        )}
      />
      <canvas
        ref={loupe}
        aria-hidden
        className={classNames(LAYER, "size-30 rounded-full border-2 border-white opacity-0 shadow-raised")}
      />
      {loading === "loading" && (
        <p
          role="status"
          className="absolute inset-0 m-auto h-fit w-fit animate-pulse-soft text-sm text-muted"
        >
          {t("loading")}
        </p>
      )}
      {loading === "broken" && <PictureTrouble onRetry={onRetry} />}
    </div>
  );
}

function isComplete<T extends Record<string, unknown>>(
  elements: T,
): elements is { [Key in keyof T]: NonNullable<T[Key]> } {
  return Object.values(elements).every((element) => element !== null);
}

/** Tells the session how large the stage is, and shows the whole picture when that is known for the first time. */
function measureStage(stage: HTMLElement, session: BrushSession): () => void {
  let isFirst = true;
  const observer = new ResizeObserver(([entry]) => {
    const { width, height } = entry?.contentRect ?? { width: 0, height: 0 };
    if (width === 0 || height === 0) return;
    session.dispatch({ type: "canvas-resized", canvas: { widthPx: width, heightPx: height } });
    if (isFirst) session.dispatch({ type: "show", what: "all" });
    isFirst = false;
  });
  observer.observe(stage);
  return () => observer.disconnect();
}
