"use client";

import {
  ChevronLeft,
  ChevronRight,
  Maximize,
  Minimize,
  Pause,
  Play,
  Repeat,
  Volume2,
  VolumeX,
} from "lucide-react";
import type { CSSProperties } from "react";
import { IconButton } from "../icon-button.tsx";
import { useWords } from "../use-words.ts";
import { clockOf, frameAt } from "./frame-time.ts";
import { PLAYER_WORDS } from "./player-words.ts";
import { type Player, SPEEDS } from "./use-player.ts";

type Props = { player: Player; fps: number; durationSeconds: number; hasSound: boolean };

export function PlayerControls({ player, fps, durationSeconds, hasSound }: Props) {
  const words = useWords();
  return (
    <div className="border-line border-t bg-surface px-3 pt-1 pb-2 group-fullscreen/player:border-0">
      <Scrubber player={player} fps={fps} durationSeconds={durationSeconds} />
      <div className="flex items-center gap-0.5">
        <IconButton label={words(PLAYER_WORDS.previousFrame)} onClick={() => player.step(-1)}>
          <ChevronLeft aria-hidden />
        </IconButton>
        <IconButton
          label={words(player.isPaused ? PLAYER_WORDS.play : PLAYER_WORDS.pause)}
          onClick={player.toggle}
        >
          {player.isPaused ? (
            <Play aria-hidden className="fill-current" />
          ) : (
            <Pause aria-hidden className="fill-current" />
          )}
        </IconButton>
        <IconButton label={words(PLAYER_WORDS.nextFrame)} onClick={() => player.step(1)}>
          <ChevronRight aria-hidden />
        </IconButton>
        <span aria-hidden className="ml-2 text-xs text-faint tabular-nums max-sm:hidden">
          #{frameAt(player.timeSeconds, fps)}
        </span>
        <div className="ml-auto flex items-center gap-0.5">
          <SpeedSelect player={player} />
          {hasSound && (
            <IconButton
              label={words(player.isMuted ? PLAYER_WORDS.unmute : PLAYER_WORDS.mute)}
              onClick={player.toggleMute}
            >
              {player.isMuted ? <VolumeX aria-hidden /> : <Volume2 aria-hidden />}
            </IconButton>
          )}
          <IconButton
            label={words(PLAYER_WORDS.loop)}
            aria-pressed={player.isLooping}
            onClick={player.toggleLoop}
          >
            <Repeat aria-hidden />
          </IconButton>
          <IconButton
            label={words(player.isFullscreen ? PLAYER_WORDS.leaveFullscreen : PLAYER_WORDS.fullscreen)}
            onClick={player.toggleFullscreen}
          >
            {player.isFullscreen ? <Minimize aria-hidden /> : <Maximize aria-hidden />}
          </IconButton>
        </div>
      </div>
    </div>
  );
}

function Scrubber({ player, fps, durationSeconds }: Omit<Props, "hasSound">) {
  const words = useWords();
  const share = durationSeconds > 0 ? Math.min(player.timeSeconds / durationSeconds, 1) : 0;
  const fill: CSSProperties & { "--fill": number } = { "--fill": share };
  return (
    <div className="flex items-center gap-3 px-1 text-xs text-muted tabular-nums">
      <span aria-hidden>{clockOf(player.timeSeconds)}</span>
      <input
        type="range"
        aria-label={words(PLAYER_WORDS.position)}
        aria-valuetext={clockOf(player.timeSeconds)}
        min={0}
        max={durationSeconds}
        step={1 / fps}
        value={Math.min(player.timeSeconds, durationSeconds)}
        onChange={(event) => player.seek(event.currentTarget.valueAsNumber)}
        style={fill}
        className="range min-w-0 flex-1"
      />
      <span aria-hidden>{clockOf(durationSeconds)}</span>
    </div>
  );
}

/** A native picker: it also opens above a player that fills the screen. */
function SpeedSelect({ player }: { player: Player }) {
  const words = useWords();
  return (
    <select
      aria-label={words(PLAYER_WORDS.speed)}
      data-tooltip={words(PLAYER_WORDS.speed)}
      value={player.speed}
      onChange={(event) => player.setSpeed(Number(event.currentTarget.value))}
      className="control-height cursor-pointer appearance-none rounded-md bg-transparent px-2 text-center text-sm text-muted tabular-nums hover:bg-hover hover:text-text"
    >
      {SPEEDS.map((speed) => (
        <option key={speed} value={speed}>
          {speed}×
        </option>
      ))}
    </select>
  );
}
