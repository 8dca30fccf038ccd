import { fittedSeconds, MIN_SHOT_SECONDS, withSeconds } from "../kinds/rules/shot-seconds.ts";
import { isRecord, listAt, type ToolDraft } from "./tool-draft.ts";

/** The shots of one clip while they are written, and what a person does with them. */
export type ShotLine = { readonly prompt: string; readonly seconds: number };

export function shotsAt(draft: ToolDraft, path: string): readonly ShotLine[] {
  return listAt(draft, path).map((item) => {
    const { prompt, duration } = isRecord(item) ? item : {};
    const seconds = Number(duration);
    return {
      prompt: typeof prompt === "string" ? prompt : "",
      seconds: Number.isInteger(seconds) && seconds >= MIN_SHOT_SECONDS ? seconds : MIN_SHOT_SECONDS,
    };
  });
}

/** `multi_prompt` as a request has it. */
export function multiPromptOf(shots: readonly ShotLine[]) {
  return shots.map(({ prompt, seconds }, at) => ({ index: at + 1, prompt, duration: String(seconds) }));
}

export function secondsOf(shots: readonly ShotLine[]): number {
  return shots.reduce((sum, { seconds }) => sum + seconds, 0);
}

/** One shot longer or shorter; its neighbours make up for it. */
export function resized(shots: readonly ShotLine[], at: number, wanted: number): readonly ShotLine[] {
  const lengths = shots.map(({ seconds }) => seconds);
  return lasting(shots, withSeconds(lengths, at, wanted));
}

/** One more at the end: the longest shot gives it half of its time. Null when no shot has a second to spare. */
export function withOneMore(shots: readonly ShotLine[]): readonly ShotLine[] | null {
  const longest = shots.toSorted((a, b) => b.seconds - a.seconds)[0];
  if (longest === undefined || longest.seconds < 2 * MIN_SHOT_SECONDS) return null;
  const given = Math.floor(longest.seconds / 2);
  const others = shots.map((shot) => (shot === longest ? { ...shot, seconds: shot.seconds - given } : shot));
  return [...others, { prompt: "", seconds: given }];
}

/** One shot less; the one before it, or else the next one, takes its time. */
export function withoutShot(shots: readonly ShotLine[], at: number): readonly ShotLine[] {
  const heir = at === 0 ? 1 : at - 1;
  const freed = shots[at]?.seconds ?? 0;
  return shots
    .map((shot, place) => (place === heir ? { ...shot, seconds: shot.seconds + freed } : shot))
    .toSpliced(at, 1);
}

/** The shot in another place of the order. */
export function moved(shots: readonly ShotLine[], from: number, to: number): readonly ShotLine[] {
  const shot = shots[from];
  if (shot === undefined || to < 0 || to >= shots.length) return shots;
  return shots.toSpliced(from, 1).toSpliced(to, 0, shot);
}

/** The same shots in the clip's whole length; null when it has fewer seconds than shots. */
export function fitted(shots: readonly ShotLine[], total: number): readonly ShotLine[] | null {
  const lengths = fittedSeconds(
    shots.map(({ seconds }) => seconds),
    total,
  );
  return lengths && lasting(shots, lengths);
}

function lasting(shots: readonly ShotLine[], lengths: readonly number[]): readonly ShotLine[] {
  return shots.map((shot, at) => ({ ...shot, seconds: lengths[at] ?? shot.seconds }));
}
