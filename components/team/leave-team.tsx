"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Section } from "#components/ui/section.tsx";
import { leaveTeamMutation } from "#lib/client/team.ts";
import { useTeamProblem } from "./use-team-problem.ts";

export function LeaveTeam({ teamName }: { teamName: string }) {
  const t = useTranslations("team");
  const tellProblem = useTeamProblem();
  const [asking, setAsking] = useState(false);
  const leave = useMutation({
    ...leaveTeamMutation(),
    onSuccess: () => location.assign("/choose-team"),
    onError: (problem) => {
      setAsking(false);
      tellProblem(problem);
    },
  });
  return (
    <Section
      title={t("leave.title")}
      text={t("leave.text")}
      action={<Button onClick={() => setAsking(true)}>{t("leave.open")}</Button>}
    >
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("leave.confirm", { team: teamName })}
        description={t("leave.confirmText")}
        confirmLabel={t("leave.open")}
        danger
        busy={leave.isPending || leave.isSuccess}
        onConfirm={() => leave.mutate()}
      />
    </Section>
  );
}
