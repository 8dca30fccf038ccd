import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type Props = { icon: ReactNode; title: string; text?: ReactNode; children?: ReactNode; className?: string };

/** Nothing here yet: says what will be here and how to begin. Actions are the children. */
export function EmptyState({ icon, title, text, children, className }: Props) {
  return (
    <div className={classNames("flex flex-col items-center px-6 py-12 text-center", className)}>
      <div
        aria-hidden
        className="mb-4 flex size-12 items-center justify-center rounded-lg border border-line bg-raised text-muted shadow-card [&_svg]:size-5"
      >
        {icon}
      </div>
      <h2 className="text-lg font-semibold">{title}</h2>
      {text && <p className="mt-1.5 max-w-md text-sm text-muted text-pretty">{text}</p>}
      {children && <div className="mt-6 flex flex-wrap justify-center gap-2">{children}</div>}
    </div>
  );
}
