"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { rotateWebhookMutation } from "#lib/client/webhooks.ts";
import { WebhookSecret } from "./webhook-secret.tsx";

type Props = { webhookId: string; open: boolean; onOpenChange: (open: boolean) => void };

/** Says what will happen; then shows the new secret, this once. */
export function RotateSecretDialog({ webhookId, open, onOpenChange }: Props) {
  const t = useTranslations("webhooks");
  const common = useTranslations("common");
  const rotate = useMutation(rotateWebhookMutation());
  const isDone = rotate.data !== undefined;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      onClosed={rotate.reset}
      title={isDone ? t("ready") : t("rotateTitle")}
      description={isDone ? undefined : t("rotateText")}
      footer={
        isDone ? (
          <Button variant="primary" onClick={() => onOpenChange(false)}>
            {t("done")}
          </Button>
        ) : (
          <>
            <Button onClick={() => onOpenChange(false)}>{common("cancel")}</Button>
            <Button variant="primary" busy={rotate.isPending} onClick={() => rotate.mutate(webhookId)}>
              {t("rotateConfirm")}
            </Button>
          </>
        )
      }
    >
      {rotate.data ? <WebhookSecret secret={rotate.data.secret} /> : <FormProblem problem={rotate.error} />}
    </Dialog>
  );
}
