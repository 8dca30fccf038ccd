import type { Metadata } from "next";
import { WebhooksScreen } from "#components/settings/webhooks/webhooks-screen.tsx";
import { can } from "#lib/contract/permissions.ts";
import { AreaMessages } from "#lib/i18n/area-messages.tsx";
import { getTranslator } from "#lib/i18n/get-translator.ts";
import { principalOf } from "#lib/teams/viewer.ts";
import { requireMember } from "../../../read-viewer.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator("webhooks");
  return { title: t("title") };
}

export default async function WebhooksPage() {
  const { user, membership } = await requireMember();
  return (
    <AreaMessages areas={["webhooks"]}>
      <div className="mx-auto flex w-full max-w-4xl flex-col gap-8 px-4 py-8 sm:px-8 sm:py-10">
        <WebhooksScreen mayManage={can(principalOf(user.id, membership), "webhook.manage")} />
      </div>
    </AreaMessages>
  );
}
