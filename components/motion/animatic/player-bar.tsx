"use client";

import { Pause, Play, Repeat } from "lucide-react";
import type { CSSProperties, ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { Playback, PlaybackView } from "./create-playback.ts";

type Props = { playback: Playback; view: PlaybackView; seconds: number; actions: ReactNode };

/** Play, go to any moment, and whether it begins again. Arrow keys go a tenth of a second. */
export function PlayerBar({ playback, view, seconds, actions }: Props) {
  const t = useTranslations("motion.animatic");
  const { tenths, isPlaying, isLooping } = view;
  const second = tenths / 10;
  const position = t("position", { second: second.toFixed(1), seconds });
  const fill: CSSProperties & { "--fill": number } = { "--fill": seconds > 0 ? second / seconds : 0 };
  return (
    <div className="flex items-center gap-1 px-1 pb-1">
      <IconButton
        label={t(isPlaying ? "pause" : "play")}
        onClick={() => (isPlaying ? playback.pause() : playback.play())}
      >
        {isPlaying ? <Pause aria-hidden /> : <Play aria-hidden />}
      </IconButton>
      <input
        type="range"
        aria-label={t("scrub")}
        aria-valuetext={position}
        min={0}
        max={seconds}
        step={0.1}
        value={second}
        onChange={(event) => playback.seek(event.currentTarget.valueAsNumber)}
        style={fill}
        className="range min-w-0 flex-1"
      />
      <span aria-hidden className="shrink-0 px-1 text-muted text-xs tabular-nums">
        {position}
      </span>
      <IconButton label={t("loop")} aria-pressed={isLooping} onClick={() => playback.setLooping(!isLooping)}>
        <Repeat aria-hidden />
      </IconButton>
      {actions}
    </div>
  );
}
