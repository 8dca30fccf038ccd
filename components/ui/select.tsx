import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { INPUT_STYLE } from "./input-style.ts";
import { useAwake } from "./use-awake.ts";

export type SelectOption<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly disabled?: boolean;
};

type Props<Value extends string> = Omit<ComponentProps<"select">, "value" | "onChange" | "children"> & {
  options: readonly SelectOption<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  /** Without the box, for a choice at the edge of things. */
  quiet?: boolean;
};

const QUIET_STYLE =
  "control-height rounded-md bg-transparent pl-3 text-sm text-muted transition-colors hover:bg-hover hover:text-text";

/** The platform's own picker: the best one on phones, and free. What is chosen before anybody listens would be lost. */
export function Select<Value extends string>(props: Props<Value>) {
  const { options, value, onValueChange, quiet, className, ...rest } = props;
  const isAwake = useAwake();
  return (
    <div className={classNames("relative", className)}>
      <select
        {...rest}
        disabled={rest.disabled || !isAwake}
        value={value}
        onChange={(event) => {
          const chosen = options[event.currentTarget.selectedIndex];
          if (chosen !== undefined) onValueChange(chosen.value);
        }}
        className={classNames(quiet ? QUIET_STYLE : INPUT_STYLE, "appearance-none truncate pr-9")}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute inset-y-0 right-3 my-auto size-4 text-muted"
      />
    </div>
  );
}
