"use client";

import { GripVertical, X } from "lucide-react";
import type { ComponentProps } from "react";
import { useTranslations } from "use-intl/react";
import { classNames } from "#components/ui/class-names.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Slider } from "#components/ui/slider.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import type { ShotLine } from "#lib/kling/forms/shot-list.ts";

type Props = {
  path: string;
  at: number;
  count: number;
  shot: ShotLine;
  /** Seconds of all shots together. */
  used: number;
  maxCharacters: number;
  /** What makes the handle move the shot, by pointer and by arrow keys. */
  grip: ComponentProps<"button">;
  isHeld: boolean;
  onPrompt: (prompt: string) => void;
  onFocus: () => void;
  onSeconds: (seconds: number) => void;
  onRemove: () => void;
};

/** One shot: its handle, its words, its seconds. */
export function ShotRow(props: Props) {
  const { path, at, count, shot, used, maxCharacters, grip, isHeld } = props;
  const t = useTranslations("create.shots");
  const number = at + 1;
  return (
    <li
      className={classNames(
        "grid grid-cols-[2.75rem_minmax(0,1fr)_2.75rem] items-center gap-x-1 rounded-md bg-sunken py-1.5 sm:grid-cols-[2.75rem_minmax(0,1fr)_12rem_2.75rem]",
        isHeld && "ring-2 ring-accent",
      )}
    >
      <button
        type="button"
        {...grip}
        aria-label={t("grip", { number })}
        title={t("gripHow")}
        className="flex size-11 cursor-grab touch-none flex-col items-center justify-center rounded-md text-muted text-xs tabular-nums hover:bg-hover active:cursor-grabbing"
      >
        <GripVertical aria-hidden className="size-4" />
        <span aria-hidden>{number}</span>
      </button>
      <TextArea
        id={`create-${path}-${at}`}
        aria-label={t("shot", { number })}
        placeholder={t("placeholder")}
        rows={2}
        maxLength={2 * maxCharacters}
        value={shot.prompt}
        onFocus={props.onFocus}
        onChange={(event) => props.onPrompt(event.currentTarget.value)}
      />
      <div className="px-2 max-sm:col-span-2 max-sm:col-start-1 max-sm:row-start-2">
        <Slider
          label={t("lengthOf", { number })}
          value={shot.seconds}
          min={1}
          max={Math.max(2, used - count + 1)}
          step={1}
          onValueChange={props.onSeconds}
          formatValue={(seconds) => t("length", { seconds })}
        />
      </div>
      <IconButton label={t("remove", { number })} onClick={props.onRemove} disabled={count === 1}>
        <X aria-hidden />
      </IconButton>
    </li>
  );
}
