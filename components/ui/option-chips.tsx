"use client";

import { type ReactNode, useId, useState } from "react";
import { BlockedHint } from "./blocked-hint.tsx";
import { chipStyle } from "./chip-style.ts";
import { classNames } from "./class-names.ts";
import { useAwake } from "./use-awake.ts";

export type OptionChip<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  /** A short second word, e.g. a price or a resolution. */
  readonly detail?: string;
  readonly icon?: ReactNode;
} & (
  | { readonly state: "selected" | "available" }
  | {
      readonly state: "blocked";
      /** Why not, in the person's language. */
      readonly reason: string;
      /** The nearest legal change, e.g. "Switch to professional". */
      readonly fixLabel?: string | undefined;
      readonly onFix?: (() => void) | undefined;
    }
);

type Props<Value extends string> = {
  label: string;
  options: readonly OptionChip<Value>[];
  onSelect: (value: Value) => void;
  /** Shown beside the label. */
  note?: ReactNode;
  hideLabel?: boolean;
  className?: string;
};

/**
 * One of several, as native radio buttons. A blocked option stays reachable by touch and keyboard: choosing
 * it changes nothing, but tells why it is impossible and offers the way out.
 */
export function OptionChips<Value extends string>(props: Props<Value>) {
  const { label, options, onSelect, note, hideLabel, className } = props;
  const id = useId();
  const [asked, setAsked] = useState<Value | null>(null);
  const blocked = options.find((option) => option.value === asked && option.state === "blocked");

  const choose = (option: OptionChip<Value>) => {
    setAsked(option.state === "blocked" ? option.value : null);
    if (option.state === "available") onSelect(option.value);
  };

  return (
    <fieldset className={classNames("min-w-0", className)}>
      <legend className={hideLabel ? "sr-only" : "mb-2 flex w-full items-baseline gap-2"}>
        <span className="text-sm font-medium text-text">{label}</span>
        {note && <span className="ml-auto text-xs text-muted">{note}</span>}
      </legend>
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <OptionRadio key={option.value} option={option} name={id} onChoose={() => choose(option)} />
        ))}
      </div>
      <BlockedHint
        id={`${id}-hint`}
        option={blocked?.state === "blocked" ? blocked : null}
        onDone={() => setAsked(null)}
      />
    </fieldset>
  );
}

type RadioProps<Value extends string> = { option: OptionChip<Value>; name: string; onChoose: () => void };

function OptionRadio<Value extends string>({ option, name, onChoose }: RadioProps<Value>) {
  const { state, value, label, detail, icon } = option;
  const isAwake = useAwake();
  return (
    <label
      className={classNames(
        chipStyle(state),
        "relative has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-text",
      )}
    >
      <input
        type="radio"
        name={name}
        value={value}
        checked={state === "selected"}
        disabled={!isAwake}
        aria-disabled={state === "blocked" || undefined}
        aria-describedby={state === "blocked" ? `${name}-hint` : undefined}
        onChange={onChoose}
        onClick={state === "blocked" ? onChoose : undefined}
        className="absolute inset-0 cursor-[inherit] opacity-0"
      />
      {icon}
      <span>{label}</span>
      {detail && <span className="font-normal text-xs">{detail}</span>}
    </label>
  );
}
