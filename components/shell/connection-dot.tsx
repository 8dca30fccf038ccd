"use client";

import { useTranslations } from "use-intl/react";
import { classNames } from "#components/ui/class-names.ts";
import { useLiveState } from "#lib/client/events.ts";

const LOOKS = {
  connecting: "bg-warning",
  live: "bg-success",
  offline: "bg-danger",
  signed_out: "bg-danger",
} as const;

/** Whether this page hears of everything as it happens. */
export function ConnectionDot() {
  const t = useTranslations("shell");
  const state = useLiveState();
  const words = t(`connection.${state}`);
  return (
    <span
      role="img"
      aria-label={words}
      data-tooltip={words}
      className="flex size-6 items-center justify-center"
    >
      <span className={classNames("size-2 rounded-full transition-colors", LOOKS[state])} />
    </span>
  );
}
