import { type ReactNode, useId } from "react";

type Props = { title: string; action?: ReactNode; children: ReactNode };

/** A titled part of the page. */
export function TaskSection({ title, action, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div className="mb-2 flex min-h-8 items-center justify-between gap-3">
        <h2 id={id} className="text-sm font-semibold text-text">
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}
