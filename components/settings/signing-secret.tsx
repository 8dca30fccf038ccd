"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { rotateSigningSecretMutation, signingSecretMutation } from "#lib/client/keys.ts";
import { Secret } from "./secret.tsx";

/** The team's secret for verifying callbacks, fetched when somebody asks to see it. */
export function SigningSecret({ mayRotate }: { mayRotate: boolean }) {
  const t = useTranslations("settings");
  const [asking, setAsking] = useState(false);
  const reveal = useMutation(signingSecretMutation());
  const rotate = useMutation({ ...rotateSigningSecretMutation(), onSettled: () => setAsking(false) });
  const secret = rotate.data ?? reveal.data;
  return (
    <div className="flex flex-col gap-3">
      {secret === undefined ? (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
          <div className="min-w-48 flex-1">
            <h3 className="font-medium text-sm">{t("signing.title")}</h3>
            <p className="mt-0.5 text-muted text-pretty text-xs">{t("signing.text")}</p>
          </div>
          <Button size="sm" busy={reveal.isPending} onClick={() => reveal.mutate()}>
            {t("signing.show")}
          </Button>
        </div>
      ) : (
        <Secret label={t("signing.title")} hint={t("signing.text")} value={secret} />
      )}
      {secret !== undefined && mayRotate && (
        <Button size="sm" className="self-start" onClick={() => setAsking(true)}>
          {t("signing.rotate")}
        </Button>
      )}
      <FormProblem problem={reveal.error ?? rotate.error} />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("signing.rotateTitle")}
        description={t("signing.rotateText")}
        confirmLabel={t("signing.rotate")}
        busy={rotate.isPending}
        onConfirm={() => rotate.mutate()}
      />
    </div>
  );
}
