import type { Metadata } from "next";
import { PasswordForm } from "#components/account/password-form.tsx";
import { ProfileForm } from "#components/account/profile-form.tsx";
import { ApiKeys } from "#components/settings/api-keys.tsx";
import { Appearance } from "#components/settings/appearance.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { can } from "#lib/contract/permissions.ts";
import { AreaMessages } from "#lib/i18n/area-messages.tsx";
import { getTranslator } from "#lib/i18n/get-translator.ts";
import { principalOf } from "#lib/teams/viewer.ts";
import { requireMember } from "../../read-viewer.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator("settings");
  return { title: t("title") };
}

export default async function SettingsPage() {
  const { user, membership } = await requireMember();
  const t = await getTranslator("settings");
  const member = principalOf(user.id, membership);
  const managesKeys = can(member, "api_key.manage", { ownerId: user.id });
  return (
    <AreaMessages areas={["account"]}>
      <div className="mx-auto flex w-full max-w-4xl flex-col gap-10 px-4 py-8 *:not-first:border-line *:not-first:border-t *:not-first:pt-8 sm:px-8 sm:py-10">
        <PageHeader title={t("title")} text={user.email} />
        <Section split title={t("appearance")}>
          <Appearance />
        </Section>
        <Section split title={t("profile")}>
          <ProfileForm user={{ name: user.name, email: user.email }} />
        </Section>
        <Section split title={t("password.title")} text={t("password.text")}>
          <PasswordForm />
        </Section>
        {managesKeys && <ApiKeys mayRotate={can(member, "webhook.manage")} />}
      </div>
    </AreaMessages>
  );
}
