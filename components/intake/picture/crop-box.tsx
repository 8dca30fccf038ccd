"use client";

import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from "react";
import { useTranslations } from "use-intl/react";
import { classNames } from "#components/ui/class-names.ts";
import type { ImageSize } from "#lib/kling/output.ts";
import { type Corner, type Crop, dragCorner, moveCrop, type Offset } from "./crop-geometry.ts";

type Props = {
  /** The picture or the film itself; it fills the box. */
  children: ReactNode;
  picture: ImageSize;
  /** Longer side over shorter side. */
  maxRatio: number;
  crop: Crop;
  /** Takes a change and not a crop: several moves may come before the next drawing. */
  onChange: (change: (crop: Crop) => Crop) => void;
};

const CORNERS: Readonly<Record<Corner, string>> = {
  "top-left": "top-0 left-0 cursor-nwse-resize",
  "top-right": "top-0 right-0 cursor-nesw-resize",
  "bottom-left": "bottom-0 left-0 cursor-nesw-resize",
  "bottom-right": "right-0 bottom-0 cursor-nwse-resize",
};

/** One press of an arrow key, as a share of the picture's longer side; ten times that with Shift. */
const KEY_STEP = 0.01;

/** The picture with the part that will be used; moved and stretched by pointer, finger or arrow keys. */
export function CropBox({ children, picture, maxRatio, crop, onChange }: Props) {
  const t = useTranslations("intake.crop");
  const frame = useRef<HTMLDivElement>(null);
  const move = (by: Offset) => onChange((now) => moveCrop(now, by, picture));
  const stretch = (corner: Corner) => (by: Offset) =>
    onChange((now) => dragCorner(now, { corner, by, picture, maxRatio }));

  /** Attaches the gestures of one handle; way on screen is turned into way on the picture here, and only here. */
  const gestures = (apply: (by: Offset) => void) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.preventDefault();
      event.stopPropagation();
      event.currentTarget.focus();
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!event.currentTarget.hasPointerCapture(event.pointerId) || frame.current === null) return;
      const scale = picture.widthPx / frame.current.clientWidth;
      apply({ dx: event.movementX * scale, dy: event.movementY * scale });
    },
    onKeyDown: (event: KeyboardEvent) => {
      const way = ARROWS[event.key];
      if (way === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      const step = Math.max(picture.widthPx, picture.heightPx) * KEY_STEP * (event.shiftKey ? 10 : 1);
      apply({ dx: way.dx * step, dy: way.dy * step });
    },
  });

  return (
    <div
      ref={frame}
      style={{ aspectRatio: `${picture.widthPx} / ${picture.heightPx}`, maxHeight: "50dvh" }}
      className="relative mx-auto w-full touch-none overflow-hidden rounded-md bg-stage select-none"
    >
      {children}
      <div
        style={{
          left: `${(crop.x / picture.widthPx) * 100}%`,
          top: `${(crop.y / picture.heightPx) * 100}%`,
          width: `${(crop.widthPx / picture.widthPx) * 100}%`,
          height: `${(crop.heightPx / picture.heightPx) * 100}%`,
        }}
        className="absolute z-1 shadow-[0_0_0_9999px_oklch(0_0_0/0.6)] outline-2 outline-white"
      >
        <button
          type="button"
          aria-label={t("move")}
          className="absolute inset-0 cursor-move -outline-offset-4"
          {...gestures(move)}
        />
        {CORNER_NAMES.map((corner) => (
          <button
            key={corner}
            type="button"
            aria-label={t(`corners.${corner}`)}
            className={classNames("absolute size-11 -outline-offset-4", CORNERS[corner])}
            {...gestures(stretch(corner))}
          >
            <span aria-hidden className={classNames("absolute size-4 border-white", MARKS[corner])} />
          </button>
        ))}
      </div>
    </div>
  );
}

const CORNER_NAMES: readonly Corner[] = ["top-left", "top-right", "bottom-left", "bottom-right"];

const MARKS: Readonly<Record<Corner, string>> = {
  "top-left": "top-0 left-0 border-t-4 border-l-4",
  "top-right": "top-0 right-0 border-t-4 border-r-4",
  "bottom-left": "bottom-0 left-0 border-b-4 border-l-4",
  "bottom-right": "right-0 bottom-0 border-r-4 border-b-4",
};

const ARROWS: Readonly<Record<string, Offset>> = {
  ArrowLeft: { dx: -1, dy: 0 },
  ArrowRight: { dx: 1, dy: 0 },
  ArrowUp: { dx: 0, dy: -1 },
  ArrowDown: { dx: 0, dy: 1 },
};
