"use client";

import { useFormatter, useTranslations } from "use-intl/react";
import { classNames } from "#components/ui/class-names.ts";
import { TextArea } from "#components/ui/text-area.tsx";
import { countCharacters } from "#lib/kling/characters.ts";
import { MAX_PROMPT_CHARACTERS } from "#lib/kling/limits.ts";

type Props = {
  id: string;
  label: string;
  placeholder: string;
  value: string;
  rows: number;
  /** Characters that upstream takes at most. */
  max?: number;
  onChange: (value: string) => void;
};

/** A prompt with its counter. Text that is too long stays as typed and is marked; nothing is cut off unasked. */
export function PromptText(props: Props) {
  const { id, label, placeholder, value, rows, max = MAX_PROMPT_CHARACTERS, onChange } = props;
  const t = useTranslations("create.prompt");
  const format = useFormatter();
  const count = countCharacters(value);
  const isTooLong = count > max;
  return (
    <div className="relative flex flex-col px-4 pt-3">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <TextArea
        bare
        id={id}
        rows={rows}
        value={value}
        placeholder={placeholder}
        aria-invalid={isTooLong || undefined}
        aria-describedby={`${id}-count`}
        onChange={(event) => onChange(event.currentTarget.value)}
        style={{ minHeight: `${rows * 1.5}rem` }}
        className="max-h-40 lg:max-h-48"
      />
      <p
        id={`${id}-count`}
        className={classNames(
          "self-end text-xs tabular-nums",
          isTooLong ? "font-medium text-danger-text" : "text-faint",
        )}
      >
        <span className="sr-only">{t("characters")} </span>
        {format.number(count)} / {format.number(max)}
      </p>
    </div>
  );
}
