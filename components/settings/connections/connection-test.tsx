"use client";

import { useMutation } from "@tanstack/react-query";
import { PlugZap } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { testConnectionMutation } from "#lib/client/connections.ts";
import type { Connection } from "#lib/contract/connections.ts";
import { TestResult } from "./test-result.tsx";

/** One free call, and what came of it. */
export function ConnectionTest({ connection }: { connection: Connection }) {
  const t = useTranslations("connections.test");
  const test = useMutation(testConnectionMutation());
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button
        size="sm"
        icon={<PlugZap aria-hidden />}
        busy={test.isPending}
        aria-label={t("which", { name: connection.name })}
        onClick={() => test.mutate(connection.id)}
      >
        {t("button")}
      </Button>
      <TestResult test={test} />
    </div>
  );
}
