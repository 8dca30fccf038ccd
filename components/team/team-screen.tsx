"use client";

import { useQuery } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { membersQuery, teamQuery } from "#lib/client/team.ts";
import { assignableRoles } from "#lib/contract/member-rules.ts";
import { AuditSection } from "./audit-section.tsx";
import { InvitationList } from "./invitation-list.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { LeaveTeam } from "./leave-team.tsx";
import { MemberList } from "./member-list.tsx";
import { RenameTeam } from "./rename-team.tsx";
import type { Self } from "./self.ts";

export function TeamScreen({ self, mayAudit }: { self: Self; mayAudit: boolean }) {
  const t = useTranslations("team");
  const team = useQuery(teamQuery());
  const members = useQuery(membersQuery());
  const [inviting, setInviting] = useState(false);
  const mayInvite = assignableRoles(self.role).length > 0;
  const teamName = team.data?.name ?? self.teamName;
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-10 px-4 py-8 sm:px-8 sm:py-10">
      <PageHeader
        title={teamName}
        text={members.data ? t("memberCount", { count: members.data.length }) : t("memberCountUnknown")}
      >
        {self.role === "owner" && <RenameTeam name={teamName} />}
        {mayInvite && (
          <Button variant="primary" icon={<UserPlus aria-hidden />} onClick={() => setInviting(true)}>
            {t("invite.open")}
          </Button>
        )}
      </PageHeader>
      <MemberList self={self} members={members} />
      {mayInvite && <InvitationList />}
      {mayAudit && <AuditSection />}
      <LeaveTeam teamName={teamName} />
      {mayInvite && <InviteDialog open={inviting} onOpenChange={setInviting} self={self} />}
    </div>
  );
}
