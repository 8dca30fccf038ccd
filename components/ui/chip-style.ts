import { classNames } from "./class-names.ts";

export type ChipState = "selected" | "available" | "blocked";

const STATES: Record<ChipState, string> = {
  selected: "border-accent-line bg-accent-soft text-accent-text",
  available: "border-line-strong bg-raised text-text hover:bg-hover",
  blocked: "border-dashed border-line-strong text-faint hover:bg-hover",
};

export function chipStyle(state: ChipState): string {
  return classNames(
    "control-height inline-flex items-center justify-center gap-1.5 rounded-md border px-3 text-sm font-medium transition-colors select-none [&_svg]:size-4 [&_svg]:shrink-0",
    STATES[state],
  );
}
