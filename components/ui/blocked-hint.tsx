"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "./button.tsx";

type Blocked = {
  readonly reason: string;
  readonly fixLabel?: string | undefined;
  readonly onFix?: (() => void) | undefined;
};

type Props = { id: string; option: Blocked | null; onDone: () => void };

/** Why a choice is impossible and the nearest legal change; always in the page, so that it is announced. */
export function BlockedHint({ id, option, onDone }: Props) {
  const t = useTranslations("common");
  return (
    <div id={id} role="status">
      {option && (
        <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md bg-warning-soft px-3 py-2 text-sm text-warning-text">
          <CircleAlert aria-hidden className="size-4 shrink-0" />
          <span className="min-w-40 flex-1">{option.reason}</span>
          <span className="flex flex-wrap gap-2">
            {option.onFix && option.fixLabel && (
              <Button
                size="sm"
                onClick={() => {
                  option.onFix?.();
                  onDone();
                }}
              >
                {option.fixLabel}
              </Button>
            )}
            <Button size="sm" variant="ghost" onClick={onDone}>
              {t("dismiss")}
            </Button>
          </span>
        </div>
      )}
    </div>
  );
}
