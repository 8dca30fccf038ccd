import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { useAwake } from "./use-awake.ts";

type Props = {
  label: string;
  hint?: ReactNode;
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  disabled?: boolean;
  className?: string;
};

/** On or off, at once: a native checkbox that says "switch". */
export function Switch({ label, hint, checked, onCheckedChange, disabled, className }: Props) {
  const isAwake = useAwake();
  return (
    <label className={classNames("flex min-h-9 items-center gap-3 pointer-coarse:min-h-11", className)}>
      <span className="min-w-0 flex-1">
        <span className="block text-sm font-medium">{label}</span>
        {hint && <span className="block text-xs text-muted">{hint}</span>}
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={checked}
        checked={checked}
        disabled={disabled || !isAwake}
        onChange={(event) => onCheckedChange(event.currentTarget.checked)}
        className="switch"
      />
    </label>
  );
}
