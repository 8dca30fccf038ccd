"use client";

import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from "react";
import { useLocale, useTranslations } from "use-intl/react";
import { classNames } from "#components/ui/class-names.ts";
import {
  moveHandle,
  type TrimBounds,
  type TrimHandle,
  type TrimRange,
} from "#lib/client/media/trim-range.ts";

type Props = {
  bounds: TrimBounds;
  range: TrimRange;
  onChange: (change: (range: TrimRange) => TrimRange) => void;
  /** The film strip or the wave form. */
  children: ReactNode;
};

/** Seconds of one press of an arrow key; ten times that with Shift or Page. */
const KEY_STEP = 0.1;

/** The whole length, with the part that is kept between two handles; by pointer, finger or keys. */
export function TrimBar({ bounds, range, onChange, children }: Props) {
  const t = useTranslations("intake.trim");
  const time = useTimeWords();
  const bar = useRef<HTMLDivElement>(null);
  const { durationSeconds } = bounds;
  const percent = (seconds: number) => `${(seconds / durationSeconds) * 100}%`;
  const put = (handle: TrimHandle, by: number) =>
    onChange((now) => moveHandle(now, { handle, to: (handle === "end" ? now.end : now.start) + by, bounds }));

  /** Way on screen is turned into seconds here, and only here. */
  const gestures = (handle: TrimHandle) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.preventDefault();
      event.currentTarget.focus();
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!event.currentTarget.hasPointerCapture(event.pointerId) || bar.current === null) return;
      put(handle, (event.movementX / bar.current.clientWidth) * durationSeconds);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const way = WAYS[event.key];
      if (way === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      const far = Math.abs(way) > 10 ? durationSeconds : KEY_STEP * Math.abs(way) * (event.shiftKey ? 10 : 1);
      put(handle, Math.sign(way) * far);
    },
  });
  const slider = (handle: "start" | "end") => ({
    role: "slider",
    "aria-label": t(handle),
    "aria-valuemin": 0,
    "aria-valuemax": Math.round(durationSeconds * 10) / 10,
    "aria-valuenow": Math.round(range[handle] * 10) / 10,
    "aria-valuetext": time(range[handle]),
    ...gestures(handle),
  });

  return (
    <fieldset className="min-w-0 select-none">
      <legend className="sr-only">{t("label")}</legend>
      <div className="px-6 pointer-coarse:px-11">
        <div ref={bar} className="relative h-16 touch-none rounded-md bg-stage">
          <div className="absolute inset-0 overflow-hidden rounded-md">{children}</div>
          <Veil style={{ left: 0, width: percent(range.start) }} />
          <Veil style={{ left: percent(range.end), right: 0 }} />
          <div
            style={{ left: percent(range.start), width: percent(range.end - range.start) }}
            className="absolute inset-y-0 rounded-sm ring-2 ring-accent"
          >
            <button
              type="button"
              aria-label={t("move")}
              className="absolute inset-0 cursor-grab active:cursor-grabbing"
              {...gestures("whole")}
            />
            <button
              type="button"
              className={classNames(HANDLE, "right-full rounded-l-md")}
              {...slider("start")}
            >
              <Grip />
            </button>
            <button type="button" className={classNames(HANDLE, "left-full rounded-r-md")} {...slider("end")}>
              <Grip />
            </button>
          </div>
        </div>
      </div>
      <p className="mt-2 flex flex-wrap justify-between gap-x-4 text-sm tabular-nums">
        <span>{t("from", { start: time(range.start), end: time(range.end) })}</span>
        <span className="font-medium">
          {t("length", { seconds: Math.round((range.end - range.start) * 10) / 10 })}
        </span>
      </p>
    </fieldset>
  );
}

/** Outside of the part, so that nothing of it is hidden; as wide as a finger where fingers are used. */
const HANDLE =
  "absolute inset-y-0 z-1 flex w-6 cursor-ew-resize pointer-coarse:w-11 items-center justify-center bg-accent text-on-accent";

function Grip() {
  return <span aria-hidden className="h-5 w-0.5 rounded-full bg-current" />;
}

function Veil({ style }: { style: { left: number | string; width?: string; right?: number } }) {
  return <div aria-hidden style={style} className="absolute inset-y-0 bg-black/60" />;
}

/** In steps; what is further than ten of them leads to the end. */
const WAYS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
  Home: -11,
  End: 11,
};

/** 1:02.5 */
function useTimeWords(): (seconds: number) => string {
  const locale = useLocale();
  const format = new Intl.NumberFormat(locale, {
    minimumIntegerDigits: 2,
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return (seconds) => {
    const tenths = Math.round(seconds * 10);
    return `${Math.floor(tenths / 600)}:${format.format((tenths % 600) / 10)}`;
  };
}
