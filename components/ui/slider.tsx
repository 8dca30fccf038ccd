"use client";

import { type CSSProperties, useId } from "react";
import { classNames } from "./class-names.ts";
import { useAwake } from "./use-awake.ts";

type Props = {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  onValueChange: (value: number) => void;
  /** The value in words, e.g. `0.5` → "balanced"; also what screen readers say. */
  formatValue?: (value: number) => string;
  /** Words below the two ends. */
  ends?: readonly [string, string];
  /** Where the coloured part begins; at the left end when left out. With it, the words of the ends stand beside the track. */
  startsAt?: number;
  disabled?: boolean;
  className?: string;
};

type Fill = CSSProperties & { "--fill": number; "--fill-from"?: number };

/** A native range input: arrow keys, Home, End and touch come with it. */
export function Slider(props: Props) {
  const { label, value, min, max, step, onValueChange, formatValue, ends, startsAt, disabled, className } =
    props;
  const id = useId();
  const isAwake = useAwake();
  const text = formatValue?.(value) ?? String(value);
  const isInMiddle = startsAt !== undefined;
  const shareOf = (at: number) => (at - min) / (max - min);
  const [from, to] = [startsAt ?? min, value].map(shareOf).sort((a, b) => a - b);
  const fill: Fill = { "--fill": to ?? 0, ...(startsAt !== undefined && { "--fill-from": from ?? 0 }) };
  return (
    <div className={classNames("min-w-0", className)}>
      <div className="flex items-baseline justify-between gap-3 text-sm">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <output htmlFor={id} className="text-muted tabular-nums">
          {text}
        </output>
      </div>
      <div className="flex items-center gap-3">
        {ends && isInMiddle && <EndWord className="min-w-8">{ends[0]}</EndWord>}
        <input
          id={id}
          type="range"
          {...{ min, max, step, value }}
          disabled={disabled || !isAwake}
          aria-valuetext={text}
          onChange={(event) => onValueChange(event.currentTarget.valueAsNumber)}
          style={fill}
          className="range"
        />
        {ends && isInMiddle && <EndWord className="min-w-8 text-right">{ends[1]}</EndWord>}
      </div>
      {ends && !isInMiddle && (
        <div className="flex justify-between">
          <EndWord>{ends[0]}</EndWord>
          <EndWord>{ends[1]}</EndWord>
        </div>
      )}
    </div>
  );
}

function EndWord({ children, className }: { children: string; className?: string }) {
  return (
    <span aria-hidden className={classNames("shrink-0 text-xs text-muted", className)}>
      {children}
    </span>
  );
}
