import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EntryHeading } from "#components/account/entry-frame.tsx";
import { ResetPasswordForm } from "#components/account/reset-password-form.tsx";
import { getTranslator } from "#lib/i18n/get-translator.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator("entry");
  return { title: t("reset.title"), referrer: "no-referrer" };
}

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export default async function ResetPasswordPage({ searchParams }: Props) {
  const { token } = await searchParams;
  if (typeof token !== "string") redirect("/sign-in");
  const t = await getTranslator("entry");
  return (
    <>
      <EntryHeading title={t("reset.title")} text={t("reset.text")} />
      <ResetPasswordForm token={token} />
    </>
  );
}
