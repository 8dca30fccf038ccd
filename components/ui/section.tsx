import { type ReactNode, useId } from "react";
import { classNames } from "./class-names.ts";

type Props = {
  title: string;
  text?: ReactNode;
  action?: ReactNode;
  /** On a desktop: the heading stands to the left of its content. */
  split?: boolean;
  children?: ReactNode;
};

/** A part of a screen under its own heading. */
export function Section({ title, text, action, split, children }: Props) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={classNames(
        "flex flex-col gap-4",
        split && "lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] lg:gap-10",
      )}
    >
      <div
        className={classNames(
          "flex flex-wrap items-end justify-between gap-x-4 gap-y-3",
          split && "lg:flex-col lg:items-start lg:justify-start",
        )}
      >
        <div className="min-w-0">
          <h2 id={id} className="font-semibold text-base">
            {title}
          </h2>
          {text && <p className="mt-0.5 max-w-prose text-muted text-pretty text-sm">{text}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
