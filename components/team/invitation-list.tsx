"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { Mail } from "lucide-react";
import { useFormatter, useNow, useTranslations } from "use-intl/react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Section } from "#components/ui/section.tsx";
import { cancelInvitationMutation, invitationsQuery } from "#lib/client/team.ts";
import type { Invitation } from "#lib/contract/team.ts";
import { RowSkeleton } from "./row-skeleton.tsx";
import { useTeamProblem } from "./use-team-problem.ts";

export function InvitationList() {
  const t = useTranslations("team");
  const invitations = useQuery(invitationsQuery());
  return (
    <Section title={t("invitations.title")} text={t("invitations.text")}>
      <Card>
        {invitations.data ? (
          <Invitations invitations={invitations.data} />
        ) : invitations.error ? (
          <ErrorState problem={invitations.error} onRetry={invitations.refetch} />
        ) : (
          <RowSkeleton rows={1} />
        )}
      </Card>
    </Section>
  );
}

function Invitations({ invitations }: { invitations: readonly Invitation[] }) {
  const t = useTranslations("team");
  if (invitations.length === 0) {
    return <p className="px-4 py-6 text-center text-muted text-sm">{t("invitations.none")}</p>;
  }
  return (
    <ul className="divide-y divide-line">
      {invitations.map((invitation) => (
        <InvitationRow key={invitation.id} invitation={invitation} />
      ))}
    </ul>
  );
}

const MINUTE_MS = 60_000;

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const t = useTranslations("team");
  const common = useTranslations("common");
  const format = useFormatter();
  const now = useNow({ updateInterval: MINUTE_MS });
  const tellProblem = useTeamProblem();
  const cancel = useMutation({ ...cancelInvitationMutation(), onError: tellProblem });
  return (
    <li className="flex min-h-17 flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      <span aria-hidden className="flex size-8 items-center justify-center rounded-full bg-hover text-muted">
        <Mail className="size-4" />
      </span>
      <div className="min-w-40 flex-1">
        <p className="truncate font-medium text-sm">{invitation.email}</p>
        <p className="text-muted text-sm">
          {t("invitations.detail", {
            inviter: invitation.invitedBy,
            end: format.relativeTime(new Date(invitation.expiresAt), now),
          })}
        </p>
      </div>
      <div className="flex items-center gap-2 max-sm:ml-11">
        <Badge>{common(`roles.${invitation.role}`)}</Badge>
        <Button
          variant="ghost"
          size="sm"
          busy={cancel.isPending}
          aria-label={t("invitations.cancelWhose", { email: invitation.email })}
          onClick={() => cancel.mutate(invitation.id)}
        >
          {t("invitations.cancel")}
        </Button>
      </div>
    </li>
  );
}
