import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EntryHeading } from "#components/account/entry-frame.tsx";
import { ForgotPasswordForm } from "#components/account/forgot-password-form.tsx";
import { AppLink } from "#components/ui/app-link.tsx";
import { getTranslator } from "#lib/i18n/get-translator.ts";
import { setupState } from "#lib/teams/setup-state.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator("entry");
  return { title: t("forgot.title") };
}

export default async function ForgotPasswordPage() {
  if (!(await setupState()).sendsMail) redirect("/sign-in");
  const t = await getTranslator("entry");
  return (
    <>
      <EntryHeading title={t("forgot.title")} text={t("forgot.text")} />
      <ForgotPasswordForm />
      <p className="mt-5 text-center text-sm">
        <AppLink href="/sign-in" className="text-accent-text hover:underline">
          {t("forgot.back")}
        </AppLink>
      </p>
    </>
  );
}
