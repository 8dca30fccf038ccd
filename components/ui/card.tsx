import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

/** A surface with a hairline; the ground for a group of things that belong together. */
export function Card({ className, ...rest }: ComponentProps<"div">) {
  return (
    <div
      {...rest}
      className={classNames("rounded-lg border border-line bg-surface shadow-card", className)}
    />
  );
}
