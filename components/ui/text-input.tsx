import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { INPUT_STYLE } from "./input-style.ts";

export function TextInput({ className, type, ...rest }: ComponentProps<"input">) {
  return <input {...rest} type={type ?? "text"} className={classNames(INPUT_STYLE, className)} />;
}
