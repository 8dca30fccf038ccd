"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";

type Props = { error: unknown; onRetry: () => void };

/** A page whose code failed. The digest is in the server's log as well. */
export function CrashScreen({ error, onRetry }: Props) {
  const t = useTranslations("shell");
  const common = useTranslations("common");
  const digest = digestOf(error);
  return (
    <div
      role="alert"
      className="flex min-h-[70dvh] flex-1 flex-col items-center justify-center px-6 text-center"
    >
      <div className="mb-4 flex size-12 items-center justify-center rounded-lg bg-danger-soft text-danger-text">
        <TriangleAlert aria-hidden className="size-5" />
      </div>
      <h1 className="font-semibold text-lg">{t("crash.title")}</h1>
      <p className="mt-1.5 max-w-md text-muted text-pretty text-sm">{t("crash.text")}</p>
      {digest && <p className="mt-2 font-mono text-faint text-xs">{common("reference", { id: digest })}</p>}
      <div className="mt-6 flex gap-2">
        <Button variant="primary" onClick={onRetry}>
          {common("retry")}
        </Button>
        <Button onClick={() => location.reload()}>{common("reload")}</Button>
      </div>
    </div>
  );
}

function digestOf(error: unknown): string | null {
  return error instanceof Error && "digest" in error && typeof error.digest === "string"
    ? error.digest
    : null;
}
