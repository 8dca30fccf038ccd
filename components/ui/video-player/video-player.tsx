"use client";

import { Play } from "lucide-react";
import type { ReactNode } from "react";
import { assetUrl } from "#lib/client/assets.ts";
import { useWords } from "../use-words.ts";
import { PlayerControls } from "./player-controls.tsx";
import { PLAYER_WORDS } from "./player-words.ts";
import { usePlayer } from "./use-player.ts";
import { usePlayerKeys } from "./use-player-keys.ts";

type Props = {
  clip: {
    readonly assetId: string;
    readonly widthPx: number;
    readonly heightPx: number;
    readonly durationSeconds: number;
    readonly fps: number | null;
    readonly hasSound: boolean;
  };
  /** What the clip shows, e.g. its prompt. */
  label: string;
  /** Laid over the picture: fills the stage, so it must fit itself in as `object-contain` does. */
  overlay?: ReactNode;
};

const ASSUMED_FPS = 24;

/** The clip on its stage, at its own shape from the first paint on. */
export function VideoPlayer({ clip, label, overlay }: Props) {
  const words = useWords();
  const { assetId, widthPx, heightPx, durationSeconds } = clip;
  const fps = clip.fps ?? ASSUMED_FPS;
  const player = usePlayer({ fps, durationSeconds });
  usePlayerKeys(player);
  return (
    <section
      ref={player.frame}
      aria-label={words(PLAYER_WORDS.player)}
      className="group/player flex flex-col overflow-hidden rounded-xl border border-line bg-stage shadow-card fullscreen:rounded-none fullscreen:border-0 fullscreen:bg-black"
    >
      <div className="relative flex min-h-0 flex-1 items-center justify-center">
        <video
          ref={player.video}
          src={assetUrl(assetId, "content")}
          poster={assetUrl(assetId, "poster")}
          width={widthPx}
          height={heightPx}
          aria-label={label}
          playsInline
          muted
          loop
          preload="metadata"
          onClick={player.toggle}
          onError={player.fail}
          style={{ aspectRatio: `${widthPx} / ${heightPx}` }}
          className="block h-auto max-h-[56dvh] lg:max-h-[72dvh] max-w-full object-contain cursor-pointer group-fullscreen/player:size-full group-fullscreen/player:max-h-none"
        />
        {overlay}
        {player.isPaused && player.timeSeconds === 0 && !player.isBroken && (
          <span
            aria-hidden
            className="pointer-events-none absolute flex size-16 items-center justify-center rounded-full bg-black/55 text-white"
          >
            <Play className="size-7 translate-x-0.5 fill-current" />
          </span>
        )}
        {player.isBroken && (
          <p
            role="alert"
            className="absolute inset-x-4 rounded-md bg-raised p-3 text-center text-sm shadow-raised"
          >
            {words(PLAYER_WORDS.broken)}
          </p>
        )}
      </div>
      <PlayerControls player={player} fps={fps} durationSeconds={durationSeconds} hasSound={clip.hasSound} />
    </section>
  );
}
