"use client";

import { type ReactNode, useId } from "react";
import { useTranslations } from "use-intl/react";
import { classNames } from "./class-names.ts";

export type FieldControl = {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": true | undefined;
};

type Props = {
  label: string;
  hint?: ReactNode;
  /** What is wrong and how to put it right; shown at once and announced. */
  error?: string | undefined;
  optional?: boolean;
  className?: string;
  /** Receives what ties the control to its label, hint and error: `{(control) => <TextInput {...control} />}`. */
  children: (control: FieldControl) => ReactNode;
};

export function Field({ label, hint, error, optional, className, children }: Props) {
  const id = useId();
  const t = useTranslations("common");
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={classNames("flex min-w-0 flex-col gap-1.5", className)}>
      <label htmlFor={id} className="flex items-baseline gap-2 text-sm font-medium">
        {label}
        {optional && <span className="font-normal text-xs text-muted">{t("optional")}</span>}
      </label>
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
      {hint && (
        <div id={`${id}-hint`} className="text-xs text-muted">
          {hint}
        </div>
      )}
      <div role="alert" className="empty:hidden">
        {error && (
          <p id={`${id}-error`} className="text-xs text-danger-text">
            {error}
          </p>
        )}
      </div>
    </div>
  );
}
