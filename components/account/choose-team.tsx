"use client";

import { useMutation } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Avatar } from "#components/ui/avatar.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { activateTeamMutation, signOutMutation } from "#lib/client/account.ts";
import type { Role } from "#lib/contract/permissions.ts";

type Team = { readonly teamId: string; readonly teamName: string; readonly role: Role };

/** For someone whose team has gone, or who left the one they worked in. */
export function ChooseTeam({ teams }: { teams: readonly Team[] }) {
  const t = useTranslations("entry");
  const common = useTranslations("common");
  const activate = useMutation({ ...activateTeamMutation(), onSuccess: () => location.assign("/create") });
  const signOut = useMutation({ ...signOutMutation(), onSuccess: () => location.assign("/sign-in") });
  return (
    <div className="flex flex-col gap-4">
      {teams.length === 0 && <Notice>{t("teams.none")}</Notice>}
      {teams.map(({ teamId, teamName, role }) => (
        <button
          key={teamId}
          type="button"
          onClick={() => activate.mutate(teamId)}
          className="flex min-h-14 items-center gap-3 rounded-lg border border-line-strong bg-raised px-4 py-2 text-left shadow-card transition-colors hover:bg-hover"
        >
          <Avatar name={teamName} shape="square" />
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium text-sm">{teamName}</span>
            <span className="block text-muted text-xs">{common(`roles.${role}`)}</span>
          </span>
          <ChevronRight aria-hidden className="size-4 text-muted" />
        </button>
      ))}
      <FormProblem problem={activate.error ?? signOut.error} />
      <Button variant="ghost" busy={signOut.isPending || signOut.isSuccess} onClick={() => signOut.mutate()}>
        {t("teams.signOut")}
      </Button>
    </div>
  );
}
