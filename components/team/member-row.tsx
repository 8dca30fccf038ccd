"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Avatar } from "#components/ui/avatar.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Select } from "#components/ui/select.tsx";
import { showToast } from "#components/ui/show-toast.ts";
import { removeMemberMutation, setRoleMutation } from "#lib/client/team.ts";
import { assignableRoles, mayRemove } from "#lib/contract/member-rules.ts";
import type { Role } from "#lib/contract/permissions.ts";
import type { Member } from "#lib/contract/team.ts";
import type { Self } from "./self.ts";
import { useTeamProblem } from "./use-team-problem.ts";

export function MemberRow({ member, self }: { member: Member; self: Self }) {
  const t = useTranslations("team");
  const isSelf = member.id === self.memberId;
  return (
    <li className="flex min-h-17 flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      <Avatar name={member.name} />
      <div className="min-w-40 flex-1">
        <p className="flex items-center gap-2 font-medium text-sm">
          <span className="truncate">{member.name}</span>
          {isSelf && <Badge>{t("you")}</Badge>}
        </p>
        <p className="truncate text-muted text-sm">{member.email}</p>
      </div>
      <div className="flex items-center gap-2 max-sm:ml-11">
        <RoleControl member={member} self={self} />
        {!isSelf && mayRemove(self.role, member.role) && <RemoveMember member={member} />}
      </div>
    </li>
  );
}

function RoleControl({ member, self }: { member: Member; self: Self }) {
  const t = useTranslations("team");
  const common = useTranslations("common");
  const tellProblem = useTeamProblem();
  const roles = assignableRoles(self.role);
  const setRole = useMutation({
    ...setRoleMutation(),
    onError: tellProblem,
    onSuccess: ({ name, role }) =>
      showToast({ tone: "success", title: t("roleChanged", { name, role: common(`roles.${role}`) }) }),
  });
  if (!roles.includes(member.role)) return <Badge>{common(`roles.${member.role}`)}</Badge>;
  return (
    <Select<Role>
      aria-label={t("roleOf", { name: member.name })}
      className="w-32 [&_select]:text-sm"
      disabled={setRole.isPending}
      value={setRole.isPending ? setRole.variables.role : member.role}
      options={roles.map((role) => ({ value: role, label: common(`roles.${role}`) }))}
      onValueChange={(role) => setRole.mutate({ memberId: member.id, role })}
    />
  );
}

function RemoveMember({ member }: { member: Member }) {
  const t = useTranslations("team");
  const tellProblem = useTeamProblem();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    ...removeMemberMutation(),
    onError: tellProblem,
    onSettled: () => setAsking(false),
  });
  return (
    <>
      <Button
        variant="ghost"
        size="sm"
        onClick={() => setAsking(true)}
        aria-label={t("removeWho", { name: member.name })}
      >
        {t("remove")}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("removeWho", { name: member.name })}
        description={t("removeText")}
        confirmLabel={t("remove")}
        danger
        busy={remove.isPending}
        onConfirm={() => remove.mutate(member.id)}
      />
    </>
  );
}
