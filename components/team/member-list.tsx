"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslations } from "use-intl/react";
import { Card } from "#components/ui/card.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Member } from "#lib/contract/team.ts";
import { MemberRow } from "./member-row.tsx";
import { RowSkeleton } from "./row-skeleton.tsx";
import type { Self } from "./self.ts";

export function MemberList({ self, members }: { self: Self; members: UseQueryResult<Member[]> }) {
  const t = useTranslations("team");
  return (
    <Section title={t("members")} text={self.role === "viewer" ? t("readOnly") : undefined}>
      <Card>
        {members.data ? (
          <ul className="divide-y divide-line">
            {members.data.map((member) => (
              <MemberRow key={member.id} member={member} self={self} />
            ))}
          </ul>
        ) : members.error ? (
          <ErrorState problem={members.error} onRetry={members.refetch} title={t("membersFailed")} />
        ) : (
          <RowSkeleton rows={3} />
        )}
      </Card>
    </Section>
  );
}
