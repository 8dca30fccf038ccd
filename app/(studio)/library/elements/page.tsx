import type { Metadata } from "next";
import { ElementsScreen } from "#components/library/elements/elements-screen.tsx";
import { listChoices } from "#lib/connections/list-choices.ts";
import { AreaMessages } from "#lib/i18n/area-messages.tsx";
import { getTranslator } from "#lib/i18n/get-translator.ts";
import { principalOf } from "#lib/teams/viewer.ts";
import { requireMember } from "../../../read-viewer.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator("library");
  return { title: t("elements.title") };
}

export default async function ElementsPage() {
  const { user, membership } = await requireMember();
  return (
    <AreaMessages areas={["task"]}>
      <ElementsScreen
        principal={principalOf(user.id, membership)}
        places={await listChoices(membership.teamId)}
      />
    </AreaMessages>
  );
}
