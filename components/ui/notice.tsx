import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { Tone } from "./badge.tsx";
import { classNames } from "./class-names.ts";

type NoticeTone = Exclude<Tone, "accent">;

const LOOKS: Record<NoticeTone, { className: string; icon: ReactNode }> = {
  neutral: { className: "bg-hover text-text", icon: <Info /> },
  success: { className: "bg-success-soft text-success-text", icon: <CircleCheck /> },
  warning: { className: "bg-warning-soft text-warning-text", icon: <TriangleAlert /> },
  danger: { className: "bg-danger-soft text-danger-text", icon: <CircleAlert /> },
};

type Props = {
  tone?: NoticeTone;
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
};

/** A line of importance inside a form or a panel. */
export function Notice({ tone = "neutral", title, children, action, className }: Props) {
  const look = LOOKS[tone];
  return (
    <div
      className={classNames(
        "flex items-start gap-2.5 rounded-md px-3 py-2.5 text-sm",
        look.className,
        className,
      )}
    >
      <span aria-hidden className="mt-0.5 [&_svg]:size-4">
        {look.icon}
      </span>
      <div className="flex min-w-0 flex-1 flex-wrap items-start gap-x-2.5 gap-y-2">
        <div className="min-w-0 flex-1 basis-48">
          {title && <p className="font-medium">{title}</p>}
          {children}
        </div>
        {action}
      </div>
    </div>
  );
}
