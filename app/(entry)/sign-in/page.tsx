import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EntryHeading } from "#components/account/entry-frame.tsx";
import { SignInForm } from "#components/account/sign-in-form.tsx";
import { getTranslator } from "#lib/i18n/get-translator.ts";
import { setupState } from "#lib/teams/setup-state.ts";
import { ownPath } from "../../own-path.ts";
import { readViewer } from "../../read-viewer.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator("entry");
  return { title: t("signIn.title") };
}

type Props = { searchParams: Promise<{ next?: string | string[]; email?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const { next, email } = await searchParams;
  const destination = ownPath(next) ?? "/create";
  if ((await readViewer()) !== null) redirect(destination);
  const { done, sendsMail } = await setupState();
  if (!done) redirect("/setup");
  const t = await getTranslator("entry");
  return (
    <>
      <EntryHeading title={t("signIn.title")} />
      <SignInForm
        next={destination}
        email={typeof email === "string" ? email : undefined}
        sendsMail={sendsMail}
      />
    </>
  );
}
