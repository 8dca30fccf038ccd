import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type Props = {
  icon: ReactNode;
  title: string;
  text?: ReactNode;
  children?: ReactNode;
  /** `h1` when this is all that the page has. */
  heading?: "h1" | "h2";
  className?: string;
};

/** Nothing here yet: says what will be here and how to begin. Actions are the children. */
export function EmptyState({ icon, title, text, children, heading: Heading = "h2", className }: Props) {
  return (
    <div className={classNames("flex flex-col items-center px-6 py-12 text-center", className)}>
      <div
        aria-hidden
        className="mb-4 flex size-12 items-center justify-center rounded-lg border border-line bg-raised text-muted shadow-card [&_svg]:size-5"
      >
        {icon}
      </div>
      <Heading className="text-lg font-semibold">{title}</Heading>
      {text && <p className="mt-1.5 max-w-md text-sm text-muted text-pretty">{text}</p>}
      {children && <div className="mt-6 flex flex-wrap justify-center gap-2">{children}</div>}
    </div>
  );
}
