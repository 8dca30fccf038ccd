"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { classNames } from "#components/ui/class-names.ts";
import type { Size } from "#lib/motion/point.ts";
import type { Shot } from "#lib/motion/scene/motion-scene.ts";
import { PlayerBar } from "./player-bar.tsx";
import { useAnimatic } from "./use-animatic.ts";

type Props = {
  /** What is seen, for those who do not see it. */
  label: string;
  /** The clip's proportions. */
  shape: Size;
  /** The same array for as long as nothing has been edited. */
  shots: readonly Shot[];
  /** While it answers yes, edits wait; the first one given counts. */
  isHeld?: () => boolean;
  /** At the end of the bar. */
  actions?: ReactNode;
  className?: string;
};

/** Plays a clip's geometry at its true length, over and over, and what is edited meanwhile with its next frame. */
export function AnimaticPlayer({ label, shape, shots, isHeld = () => false, actions, className }: Props) {
  const t = useTranslations("motion.animatic");
  const { canvas, playback, view } = useAnimatic({ shape, shots, isHeld });
  const seconds = shots.reduce((sum, shot) => sum + shot.seconds, 0);
  return (
    <figure className={classNames("flex min-h-0 min-w-0 flex-col", className)}>
      <div style={{ aspectRatio: shape.widthPx / shape.heightPx }} className="relative min-h-0 flex-auto">
        <canvas
          ref={canvas}
          role="img"
          aria-label={label}
          className="absolute inset-0 size-full object-contain"
        />
      </div>
      <figcaption className="px-2 pt-1 text-center text-muted text-xs">{t("note")}</figcaption>
      <PlayerBar {...{ playback, view, seconds, actions }} />
    </figure>
  );
}
