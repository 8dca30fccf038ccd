import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

type Props = Omit<ComponentProps<"button">, "aria-label"> & {
  /** Its name for screen readers, and its tooltip. */
  label: string;
  /** `overlay` sits on top of pictures. */
  variant?: "ghost" | "secondary" | "overlay";
};

const VARIANTS = {
  ghost:
    "text-muted enabled:hover:bg-hover enabled:hover:text-text aria-pressed:bg-accent-soft aria-pressed:text-accent-text",
  secondary: "border border-line-strong bg-raised text-text shadow-card enabled:hover:bg-hover",
  overlay: "bg-black/55 text-white backdrop-blur-sm enabled:hover:bg-black/75",
} as const;

/** The icon is the child: `<IconButton label="Close"><X /></IconButton>`. */
export function IconButton({ label, variant = "ghost", className, type, ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type ?? "button"}
      aria-label={label}
      data-tooltip={label}
      className={classNames(
        "control-square inline-flex shrink-0 items-center justify-center rounded-md transition-colors disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:size-[1.125rem]",
        VARIANTS[variant],
        className,
      )}
    />
  );
}
