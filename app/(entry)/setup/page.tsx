import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EntryHeading } from "#components/account/entry-frame.tsx";
import { SetupForm } from "#components/account/setup-form.tsx";
import { getTranslator } from "#lib/i18n/get-translator.ts";
import { setupState } from "#lib/teams/setup-state.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator("entry");
  return { title: t("setup.title") };
}

export default async function SetupPage() {
  if ((await setupState()).done) redirect("/sign-in");
  const t = await getTranslator("entry");
  return (
    <>
      <EntryHeading title={t("setup.title")} text={t("setup.text")} />
      <SetupForm />
    </>
  );
}
