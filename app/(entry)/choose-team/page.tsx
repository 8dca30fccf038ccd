import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ChooseTeam } from "#components/account/choose-team.tsx";
import { EntryHeading } from "#components/account/entry-frame.tsx";
import { getTranslator } from "#lib/i18n/get-translator.ts";
import { readViewer } from "../../read-viewer.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator("entry");
  return { title: t("teams.title") };
}

export default async function ChooseTeamPage() {
  const viewer = await readViewer();
  if (viewer === null) redirect("/sign-in");
  if (viewer.membership !== null) redirect("/create");
  const t = await getTranslator("entry");
  return (
    <>
      <EntryHeading title={t("teams.title")} text={t("teams.text", { email: viewer.user.email })} />
      <ChooseTeam teams={viewer.teams} />
    </>
  );
}
