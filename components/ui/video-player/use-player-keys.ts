"use client";

import { useEffect, useRef } from "react";
import { type Player, SPEEDS } from "./use-player.ts";

/** The keys of video editors, wherever on the page the focus is, as long as nobody types or uses a control. */
export function usePlayerKeys(player: Player): void {
  const latest = useRef(player);
  useEffect(() => {
    latest.current = player;
  });
  useEffect(() => {
    const aborter = new AbortController();
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return;
      if (act(latest.current, event.key)) event.preventDefault();
    };
    addEventListener("keydown", press, { signal: aborter.signal });
    return () => aborter.abort();
  }, []);
}

/** Whether the key meant something. */
function act(player: Player, key: string): boolean {
  const actions: Readonly<Record<string, () => void>> = {
    " ": player.toggle,
    k: player.toggle,
    ",": () => player.step(-1),
    ".": () => player.step(1),
    ArrowLeft: () => player.skip(-1),
    ArrowRight: () => player.skip(1),
    "<": () => player.setSpeed(nextSpeed(player.speed, -1)),
    ">": () => player.setSpeed(nextSpeed(player.speed, 1)),
    m: player.toggleMute,
    l: player.toggleLoop,
    f: player.toggleFullscreen,
  };
  const action = Object.hasOwn(actions, key) ? actions[key] : undefined;
  action?.();
  return action !== undefined;
}

function nextSpeed(speed: number, direction: 1 | -1): number {
  return SPEEDS[SPEEDS.indexOf(speed) + direction] ?? speed;
}

/** A slider wants its arrows, a button its space bar, a field everything. */
function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.matches("[type=range]")) return key.startsWith("Arrow");
  if (target.matches("input, textarea, select, [contenteditable], [role=menu] *")) return true;
  return key === " " && target.closest("button, a, summary") !== null;
}
