"use client";

import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "./button.tsx";
import { classNames } from "./class-names.ts";
import { useProblemText } from "./problem-text.ts";

type Props = {
  problem: unknown;
  onRetry?: (() => void) | undefined;
  /** Replaces the general title, e.g. "The gallery could not be loaded". */
  title?: string;
  children?: ReactNode;
  className?: string;
};

/** A part of the page that failed: what happened, what to do next, and the reference to quote. */
export function ErrorState({ problem, onRetry, title, children, className }: Props) {
  const t = useTranslations("common");
  const text = useProblemText()(problem);
  return (
    <div role="alert" className={classNames("flex flex-col items-center px-6 py-12 text-center", className)}>
      <div className="mb-4 flex size-12 items-center justify-center rounded-lg bg-danger-soft text-danger-text">
        <TriangleAlert aria-hidden className="size-5" />
      </div>
      <h2 className="text-lg font-semibold">{title ?? text.title}</h2>
      <p className="mt-1.5 max-w-md text-sm text-muted text-pretty">
        {title ? `${text.title}. ${text.next}` : text.next}
      </p>
      {text.reference && <p className="mt-2 font-mono text-xs text-faint">{text.reference}</p>}
      <div className="mt-6 flex flex-wrap justify-center gap-2 empty:hidden">
        {onRetry && <Button onClick={onRetry}>{t("retry")}</Button>}
        {children}
      </div>
    </div>
  );
}
