"use client";

import { useMutation } from "@tanstack/react-query";
import { EllipsisVertical, KeyRound, ListChecks, Power, Send, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Menu } from "#components/ui/menu.tsx";
import { useProblemText } from "#components/ui/problem-text.ts";
import { showToast } from "#components/ui/show-toast.ts";
import { deleteWebhookMutation, testWebhookMutation, updateWebhookMutation } from "#lib/client/webhooks.ts";
import type { Webhook } from "#lib/contract/webhooks.ts";
import { EditEventsDialog } from "./edit-events-dialog.tsx";
import { RotateSecretDialog } from "./rotate-secret-dialog.tsx";

type Asked = "events" | "rotate" | "remove" | null;

const TRIGGER =
  "control-square -my-1.5 -mr-1.5 inline-flex shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text [&_svg]:size-[1.125rem]";

/** What can be done with a receiver besides reading its log. */
export function WebhookActions({ webhook }: { webhook: Webhook }) {
  const t = useTranslations("webhooks");
  const { id, url, isEnabled } = webhook;
  const tell = useTell();
  const [asked, setAsked] = useState<Asked>(null);
  const close = (open: boolean) => !open && setAsked(null);
  const update = useMutation({ ...updateWebhookMutation(), onError: tell.problem });
  const test = useMutation({ ...testWebhookMutation(), onError: tell.problem, onSuccess: tell.tested });
  const remove = useMutation({
    ...deleteWebhookMutation(),
    onError: tell.problem,
    onSuccess: () => setAsked(null),
  });
  return (
    <>
      <Menu
        label={t("actions", { url })}
        triggerClassName={TRIGGER}
        align="end"
        items={[
          {
            kind: "action",
            label: t("test"),
            icon: <Send aria-hidden />,
            disabled: !isEnabled,
            onSelect: () => test.mutate(id),
          },
          {
            kind: "action",
            label: t("edit"),
            icon: <ListChecks aria-hidden />,
            onSelect: () => setAsked("events"),
          },
          {
            kind: "action",
            label: t("rotate"),
            icon: <KeyRound aria-hidden />,
            onSelect: () => setAsked("rotate"),
          },
          {
            kind: "action",
            label: isEnabled ? t("switchOff") : t("switchOn"),
            icon: <Power aria-hidden />,
            onSelect: () => update.mutate({ webhookId: id, isEnabled: !isEnabled }),
          },
          { kind: "separator" },
          {
            kind: "action",
            label: t("remove"),
            icon: <Trash2 aria-hidden />,
            danger: true,
            onSelect: () => setAsked("remove"),
          },
        ]}
      >
        <EllipsisVertical aria-hidden />
      </Menu>
      <EditEventsDialog webhook={webhook} open={asked === "events"} onOpenChange={close} />
      <RotateSecretDialog webhookId={id} open={asked === "rotate"} onOpenChange={close} />
      <ConfirmDialog
        open={asked === "remove"}
        onOpenChange={close}
        title={t("removeTitle")}
        description={t("removeText")}
        confirmLabel={t("remove")}
        danger
        busy={remove.isPending}
        onConfirm={() => remove.mutate(id)}
      />
    </>
  );
}

function useTell() {
  const t = useTranslations("webhooks");
  const problemText = useProblemText();
  return {
    problem(problem: unknown) {
      const { title, next } = problemText(problem);
      showToast({ tone: "danger", title, description: next });
    },
    tested: () => showToast({ tone: "success", title: t("tested"), description: t("testedText") }),
  };
}
