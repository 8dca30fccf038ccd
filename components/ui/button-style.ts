import { classNames } from "./class-names.ts";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";

export type ButtonSize = "sm" | "md" | "lg";

const BASE =
  "inline-flex select-none items-center justify-center whitespace-nowrap rounded-md font-medium transition-colors aria-disabled:opacity-50 disabled:opacity-50 [&_svg]:shrink-0";

const VARIANTS: Record<ButtonVariant, string> = {
  primary: "bg-accent text-on-accent shadow-control enabled:hover:bg-accent-hover [a&]:hover:bg-accent-hover",
  secondary:
    "border border-line-strong bg-raised text-text shadow-card enabled:hover:bg-hover enabled:active:bg-press [a&]:hover:bg-hover",
  ghost:
    "text-muted enabled:hover:bg-hover enabled:hover:text-text enabled:active:bg-press [a&]:hover:bg-hover [a&]:hover:text-text",
  danger: "bg-danger text-on-danger shadow-control enabled:hover:bg-danger-hover",
};

const SIZES: Record<ButtonSize, string> = {
  sm: "min-h-8 gap-1.5 px-2.5 text-sm pointer-coarse:min-h-11 [&_svg]:size-4",
  md: "control-height gap-2 px-3.5 text-sm [&_svg]:size-4",
  lg: "min-h-11 gap-2 px-5 text-base [&_svg]:size-[1.125rem]",
};

/** The looks of a button, for things that must be a link or a label. */
export function buttonStyle(look: { variant?: ButtonVariant; size?: ButtonSize } = {}): string {
  return classNames(BASE, VARIANTS[look.variant ?? "secondary"], SIZES[look.size ?? "md"]);
}
