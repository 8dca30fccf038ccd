import type { Metadata } from "next";
import { TeamScreen } from "#components/team/team-screen.tsx";
import { can } from "#lib/contract/permissions.ts";
import { AreaMessages } from "#lib/i18n/area-messages.tsx";
import { getTranslator } from "#lib/i18n/get-translator.ts";
import { principalOf } from "#lib/teams/viewer.ts";
import { requireMember } from "../../read-viewer.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator("team");
  return { title: t("title") };
}

export default async function TeamPage() {
  const { user, membership } = await requireMember();
  const mayAudit = can(principalOf(user.id, membership), "audit.read");
  return (
    <AreaMessages areas={mayAudit ? ["team", "audit"] : ["team"]}>
      <TeamScreen self={membership} mayAudit={mayAudit} />
    </AreaMessages>
  );
}
