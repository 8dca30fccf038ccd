import type { Metadata } from "next";
import { AssetsScreen } from "#components/library/assets/assets-screen.tsx";
import { AreaMessages } from "#lib/i18n/area-messages.tsx";
import { getTranslator } from "#lib/i18n/get-translator.ts";
import { principalOf } from "#lib/teams/viewer.ts";
import { requireMember } from "../../../read-viewer.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator("library");
  return { title: t("assets.title") };
}

export default async function AssetsPage() {
  const { user, membership } = await requireMember();
  return (
    <AreaMessages areas={["task"]}>
      <AssetsScreen principal={principalOf(user.id, membership)} />
    </AreaMessages>
  );
}
