import { Select, type SelectOption } from "#components/ui/select.tsx";

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
      className={
        value === undefined ? "shrink-0" : "shrink-0 [&_select]:border-accent [&_select]:bg-accent-soft"
      }
    />
  );
}
