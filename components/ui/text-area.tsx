"use client";

import { type ComponentProps, useLayoutEffect, useRef } from "react";
import { classNames } from "./class-names.ts";
import { INPUT_STYLE } from "./input-style.ts";

type Props = ComponentProps<"textarea"> & {
  /** Without the box, for a prompt that has its own frame. */
  bare?: boolean;
};

/** Grows with its text; bound it with `max-h-…` and it scrolls from there on. */
export function TextArea({ bare, className, rows = 3, ...rest }: Props) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { value } = rest;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text, which lives in the DOM
  useLayoutEffect(() => {
    if (area.current !== null) fitHeight(area.current);
  }, [value]);
  return (
    <textarea
      {...rest}
      ref={area}
      rows={rows}
      className={classNames(
        bare ? "w-full bg-transparent text-base outline-none placeholder:text-faint" : INPUT_STYLE,
        "resize-none field-sizing-content",
        !bare && "py-2",
        className,
      )}
    />
  );
}

/** For browsers that do not know `field-sizing` yet. */
function fitHeight(area: HTMLTextAreaElement): void {
  if (CSS.supports("field-sizing", "content")) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
}
