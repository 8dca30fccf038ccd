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
  disabled?: boolean;
  className?: string;
};

/** A native range input: arrow keys, Home, End and touch come with it. */
export function Slider(props: Props) {
  const { label, value, min, max, step, onValueChange, formatValue, ends, disabled, className } = props;
  const id = useId();
  const isAwake = useAwake();
  const text = formatValue?.(value) ?? String(value);
  const fill: CSSProperties & { "--fill": number } = { "--fill": (value - min) / (max - min) };
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
      {ends && (
        <div aria-hidden className="flex justify-between text-xs text-muted">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </div>
      )}
    </div>
  );
}
