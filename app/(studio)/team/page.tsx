import type { Metadata } from "next";
import { TeamScreen } from "#components/team/team-screen.tsx";
import { AreaMessages } from "#lib/i18n/area-messages.tsx";
import { getTranslator } from "#lib/i18n/get-translator.ts";
import { requireMember } from "../../read-viewer.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator("team");
  return { title: t("title") };
}

export default async function TeamPage() {
  const { membership } = await requireMember();
  return (
    <AreaMessages areas={["team"]}>
      <TeamScreen self={membership} />
    </AreaMessages>
  );
}
