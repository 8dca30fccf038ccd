"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { AssetWave } from "#components/intake/asset-wave.tsx";
import type { FaceSpan } from "#lib/kling/kinds/kind.ts";

type Props = {
  /** Seconds of the sound. */
  from: number;
  to: number;
  /** Seconds of the film. */
  at: number;
  soundSeconds: number;
  filmSeconds: number;
  /** The sound as a file of the team; undefined for one that is named by what only upstream knows. */
  soundId: string | undefined;
  /** When the chosen face is seen. */
  face: FaceSpan | undefined;
};

/** The sound with its piece, and below it the film with the face's time and the place of the piece. */
export function PlacingTracks({ from, to, at, soundSeconds, filmSeconds, soundId, face }: Props) {
  const t = useTranslations("create.placing");
  const round = (seconds: number) => Math.round(seconds * 10) / 10;
  return (
    <div
      role="img"
      aria-label={t("summary", { length: round(to - from), from: round(from), to: round(to), at: round(at) })}
      className="grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-1.5 text-xs text-muted"
    >
      <span>{t("sound")}</span>
      <Track className="h-12">
        <Bar from={from} to={to} of={soundSeconds} className="border-x-2 border-accent bg-accent-soft" />
        {soundId && (
          <div className="absolute inset-0">
            <AssetWave assetId={soundId} />
          </div>
        )}
      </Track>
      <span>{t("film")}</span>
      <Track className="h-5">
        {face && (
          <Bar
            from={face.start_time / 1000}
            to={face.end_time / 1000}
            of={filmSeconds}
            className="bg-accent-soft"
          />
        )}
        <Bar from={at} to={at + to - from} of={filmSeconds} className="inset-y-1 bg-accent" />
      </Track>
    </div>
  );
}

function Track({ className, children }: { className: string; children: ReactNode }) {
  return <div className={`relative overflow-hidden rounded-sm bg-sunken ${className}`}>{children}</div>;
}

type BarProps = { from: number; to: number; of: number; className: string };

function Bar({ from, to, of, className }: BarProps) {
  const share = (seconds: number) => `${(Math.min(1, Math.max(0, seconds / of)) * 100).toFixed(2)}%`;
  return (
    <div
      className={`absolute inset-y-0 rounded-sm ${className}`}
      style={{ left: share(from), width: share(Math.min(to, of) - from) }}
    />
  );
}
