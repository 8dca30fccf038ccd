"use client";

import { useTranslations } from "use-intl/react";
import { Slider } from "#components/ui/slider.tsx";
import { useWords } from "#components/ui/use-words.ts";
import { FACE_PATHS, soundOf } from "#lib/kling/forms/advanced-lip-sync-form.ts";
import { readPath, textAt } from "#lib/kling/forms/tool-draft.ts";
import { mediaForm } from "#lib/kling/media.ts";
import type { InstrumentProps } from "../instruments.tsx";
import { PlacingTracks } from "./placing-tracks.tsx";

/** Least length of a piece, in seconds (off-26 §3.8). */
const LEAST_SECONDS = 2;

/** A sound of unknown length is taken for as long as any may be. */
const MOST_SECONDS = 60;

/** Which piece of the sound is spoken, and when in the film: never one that is too short, or begins after the film. */
export function SoundPlacing({ tool, field }: InstrumentProps) {
  const t = useTranslations("create.placing");
  const words = useWords();
  const { draft, known } = tool.state;
  const secondsAt = (path: string) => Number(readPath(draft, path) ?? 0) / 1000;
  const [from, to, at] = [FACE_PATHS.start, FACE_PATHS.end, FACE_PATHS.insert].map(secondsAt) as [
    number,
    number,
    number,
  ]; // one number for each of the three
  const film = known[textAt(draft, FACE_PATHS.session)];
  const sound = soundOf(draft);
  const soundId = known[sound]?.assetId ?? (mediaForm(sound) === "asset" ? sound : undefined);
  const soundSeconds = downTo(known[sound]?.durationSeconds ?? MOST_SECONDS);
  const filmSeconds = downTo(film?.durationSeconds ?? MOST_SECONDS);
  const face = film?.faces?.find(({ face_id }) => face_id === textAt(draft, FACE_PATHS.face));
  const write = (path: string) => (seconds: number) =>
    tool.dispatch({ type: "patch", patch: { [path]: Math.round(seconds * 1000) } });
  const sliders = [
    { label: t("from"), value: from, min: 0, max: downTo(to - LEAST_SECONDS), path: FACE_PATHS.start },
    { label: t("to"), value: to, min: from + LEAST_SECONDS, max: soundSeconds, path: FACE_PATHS.end },
    {
      label: t("insert"),
      value: at,
      min: 0,
      max: downTo(filmSeconds - STEP_SECONDS),
      path: FACE_PATHS.insert,
    },
  ];
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-2 text-sm font-medium">{words(field.label)}</legend>
      <PlacingTracks {...{ from, to, at, soundSeconds, filmSeconds, soundId, face }} />
      {sliders.map(({ label, value, min, max, path }) => (
        <Slider
          key={path}
          {...{ label, value, min }}
          max={Math.max(min, max)}
          step={STEP_SECONDS}
          disabled={max <= min}
          onValueChange={write(path)}
          formatValue={(seconds) => t("seconds", { seconds: Math.round(seconds * 10) / 10 })}
        />
      ))}
    </fieldset>
  );
}

const STEP_SECONDS = 0.1;

/** The last tenth of a second before it; never below zero. */
function downTo(seconds: number): number {
  return Math.max(0, Math.floor(seconds * 10 + 1e-6) / 10);
}
