import { type ReactNode, useId } from "react";

type Props = { title: string; text?: ReactNode; action?: ReactNode; children: ReactNode };

/** A part of a screen under its own heading. */
export function Section({ title, text, action, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h2 id={id} className="font-semibold text-base">
            {title}
          </h2>
          {text && <p className="mt-0.5 max-w-prose text-muted text-sm">{text}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
