import type { ComponentProps, ReactNode } from "react";
import { chipStyle } from "./chip-style.ts";
import { classNames } from "./class-names.ts";

type Props = Omit<ComponentProps<"button">, "aria-pressed"> & { pressed: boolean; icon?: ReactNode };

/** A choice of its own that is on or off, e.g. a filter. For one of several use `OptionChips`. */
export function Chip({ pressed, icon, className, children, type, ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type ?? "button"}
      aria-pressed={pressed}
      className={classNames(chipStyle(pressed ? "selected" : "available"), className)}
    >
      {icon}
      {children}
    </button>
  );
}
