"use client";

import { useTranslations } from "use-intl/react";
import type { Connection } from "#lib/contract/connections.ts";

const HEIGHT_PX = 40;

/** A bar for each of the last 24 hours, the latest at the right; the red part is trouble. */
export function CallChart({ hours }: { hours: Connection["health"]["hours"] }) {
  const t = useTranslations("connections.health");
  const most = Math.max(...hours.map(({ calls }) => calls), 1);
  const heightOf = (calls: number) => (calls === 0 ? 0 : Math.max(2, (calls / most) * HEIGHT_PX));
  return (
    <div role="img" aria-label={t("chart")} className="flex h-10 items-end gap-0.5 border-line border-b">
      {hours.map(({ calls, failed }, hour) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an hour is nothing but its place
        <span key={hour} className="flex flex-1 flex-col justify-end overflow-hidden rounded-t-xs">
          <span className="bg-danger" style={{ height: heightOf(failed) }} />
          <span className="bg-accent/70" style={{ height: heightOf(calls - failed) }} />
        </span>
      ))}
    </div>
  );
}
