import { classNames } from "./class-names.ts";
import { Select, type SelectOption } from "./select.tsx";

const CHOSEN = "[&_select]:border-accent-line [&_select]:bg-accent-soft [&_select]:text-accent-text";

type Props<Value extends string> = {
  label: string;
  /** The choice that filters nothing. */
  every: string;
  value: Value | undefined;
  options: readonly SelectOption<Value>[];
  onChoose: (value: Value | undefined) => void;
};

/** One dimension of the filter, as the platform's own picker. */
export function FilterSelect<Value extends string>({ label, every, value, options, onChoose }: Props<Value>) {
  const all: readonly SelectOption<Value | "">[] = [{ value: "", label: every }, ...options];
  return (
    <Select
      aria-label={label}
      options={all}
      value={value ?? ""}
      onValueChange={(chosen) => onChoose(chosen === "" ? undefined : chosen)}
      className={classNames("w-40 shrink-0 [&_select]:text-sm", value !== undefined && CHOSEN)}
    />
  );
}
