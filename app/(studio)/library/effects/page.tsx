import type { Metadata } from "next";
import { EffectsScreen } from "#components/library/effects/effects-screen.tsx";
import { getTranslator } from "#lib/i18n/get-translator.ts";
import { requireMember } from "../../../read-viewer.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator("library");
  return { title: t("effects.title") };
}

export default async function EffectsPage() {
  await requireMember();
  return <EffectsScreen />;
}
