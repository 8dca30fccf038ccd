"use client";

import { Pause, Play } from "lucide-react";
import { type RefObject, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import type { TrimRange } from "#lib/client/media/trim-range.ts";

/** Shows where the part begins while it is moved, and plays only the part. */
export function usePartPlayer(range: TrimRange | null): {
  media: RefObject<(HTMLVideoElement & HTMLAudioElement) | null>;
  isPlaying: boolean;
  toggle: () => void;
} {
  const media = useRef<HTMLVideoElement & HTMLAudioElement>(null);
  const [isPlaying, setPlaying] = useState(false);
  const start = range?.start ?? 0;
  const end = range?.end ?? Number.POSITIVE_INFINITY;

  useEffect(() => {
    const player = media.current;
    if (player === null) return;
    const controller = new AbortController();
    const { signal } = controller;
    if (player.paused) player.currentTime = start;
    player.addEventListener("timeupdate", () => player.currentTime >= end && player.pause(), { signal });
    for (const event of ["play", "pause"]) {
      player.addEventListener(event, () => setPlaying(!player.paused), { signal });
    }
    return () => controller.abort();
  }, [start, end]);

  const toggle = () => {
    const player = media.current;
    if (player === null) return;
    if (!player.paused) return player.pause();
    if (player.currentTime >= end - 0.05 || player.currentTime < start) player.currentTime = start;
    player.play().catch(() => undefined); // a file that this browser cannot play stays silent
  };
  return { media, isPlaying, toggle };
}

export function PlayPart({ isPlaying, toggle }: { isPlaying: boolean; toggle: () => void }) {
  const t = useTranslations("intake.trim");
  return (
    <Button size="sm" icon={isPlaying ? <Pause aria-hidden /> : <Play aria-hidden />} onClick={toggle}>
      {isPlaying ? t("stop") : t("play")}
    </Button>
  );
}
