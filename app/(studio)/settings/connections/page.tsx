import type { Metadata } from "next";
import { ConnectionsScreen } from "#components/settings/connections/connections-screen.tsx";
import { can } from "#lib/contract/permissions.ts";
import { AreaMessages } from "#lib/i18n/area-messages.tsx";
import { getTranslator } from "#lib/i18n/get-translator.ts";
import { principalOf } from "#lib/teams/viewer.ts";
import { requireMember } from "../../../read-viewer.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator("connections");
  return { title: t("title") };
}

export default async function ConnectionsPage() {
  const { user, membership } = await requireMember();
  return (
    <AreaMessages areas={["connections"]}>
      <div className="mx-auto flex w-full max-w-4xl flex-col gap-8 px-4 py-8 sm:px-8 sm:py-10">
        <ConnectionsScreen mayManage={can(principalOf(user.id, membership), "connection.manage")} />
      </div>
    </AreaMessages>
  );
}
