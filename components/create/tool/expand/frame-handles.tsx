"use client";

import { useTranslations } from "use-intl/react";
import { classNames } from "#components/ui/class-names.ts";
import type { Handle } from "#lib/kling/expansion.ts";
import type { useFrameDrag } from "./use-frame-drag.ts";

type Props = { gesturesOf: ReturnType<typeof useFrameDrag>["gesturesOf"] };

/** Targets of 44 px, half of them outside the frame; the marks in them are small. */
const EDGES = {
  up: { handle: { vertical: "up" }, place: "inset-x-5 -top-5.5 h-11 cursor-ns-resize" },
  down: { handle: { vertical: "down" }, place: "inset-x-5 -bottom-5.5 h-11 cursor-ns-resize" },
  left: { handle: { horizontal: "left" }, place: "inset-y-5 -left-5.5 w-11 cursor-ew-resize" },
  right: { handle: { horizontal: "right" }, place: "inset-y-5 -right-5.5 w-11 cursor-ew-resize" },
} as const satisfies Record<string, { handle: Handle; place: string }>;

const CORNERS = {
  upLeft: {
    handle: { vertical: "up", horizontal: "left" },
    place: "-top-5.5 -left-5.5 cursor-nwse-resize",
  },
  upRight: {
    handle: { vertical: "up", horizontal: "right" },
    place: "-top-5.5 -right-5.5 cursor-nesw-resize",
  },
  downLeft: {
    handle: { vertical: "down", horizontal: "left" },
    place: "-bottom-5.5 -left-5.5 cursor-nesw-resize",
  },
  downRight: {
    handle: { vertical: "down", horizontal: "right" },
    place: "-right-5.5 -bottom-5.5 cursor-nwse-resize",
  },
} as const satisfies Record<string, { handle: Handle; place: string }>;

const HANDLE =
  "absolute flex touch-none items-center justify-center rounded-md focus-visible:outline-2 focus-visible:outline-accent-text";
const MARK = "bg-white shadow-[0_0_0_1px_oklch(0_0_0/0.45)]";

/** What the frame is held by: itself, its four edges and its four corners. */
export function FrameHandles({ gesturesOf }: Props) {
  const t = useTranslations("create.expand");
  return (
    <>
      <button
        type="button"
        aria-label={t("move")}
        className="absolute inset-0 touch-none cursor-move focus-visible:outline-2 focus-visible:-outline-offset-4 focus-visible:outline-accent-text"
        {...gesturesOf({})}
      />
      {Object.entries(EDGES).map(([name, { handle, place }]) => (
        <button
          key={name}
          type="button"
          // The names of the table above.
          aria-label={t(`edges.${name as keyof typeof EDGES}`)}
          className={classNames(HANDLE, place)}
          {...gesturesOf(handle)}
        >
          <span
            aria-hidden
            className={classNames(MARK, "rounded-full", "vertical" in handle ? "h-1 w-8" : "h-8 w-1")}
          />
        </button>
      ))}
      {Object.entries(CORNERS).map(([name, { handle, place }]) => (
        <button
          key={name}
          type="button"
          aria-label={t(`corners.${name as keyof typeof CORNERS}`)}
          className={classNames(HANDLE, "size-11", place)}
          {...gesturesOf(handle)}
        >
          <span aria-hidden className={classNames(MARK, "size-3 rounded-full")} />
        </button>
      ))}
    </>
  );
}
