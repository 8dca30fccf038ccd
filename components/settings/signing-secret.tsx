"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { signingSecretMutation } from "#lib/client/keys.ts";
import { Secret } from "./secret.tsx";

/** The team's secret for verifying callbacks, fetched when somebody asks to see it. */
export function SigningSecret() {
  const t = useTranslations("settings");
  const reveal = useMutation(signingSecretMutation());
  if (reveal.data) return <Secret label={t("signing.title")} hint={t("signing.text")} value={reveal.data} />;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <div className="min-w-48 flex-1">
          <h3 className="font-medium text-sm">{t("signing.title")}</h3>
          <p className="mt-0.5 text-muted text-pretty text-xs">{t("signing.text")}</p>
        </div>
        <Button size="sm" busy={reveal.isPending} onClick={() => reveal.mutate()}>
          {t("signing.show")}
        </Button>
      </div>
      <FormProblem problem={reveal.error} />
    </div>
  );
}
