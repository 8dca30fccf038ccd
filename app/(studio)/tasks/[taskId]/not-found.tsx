import { SearchX } from "lucide-react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { getTranslator } from "#lib/i18n/get-translator.ts";

export default async function TaskNotFound() {
  const t = await getTranslator("task");
  return (
    <EmptyState icon={<SearchX />} title={t("notFound.title")} text={t("notFound.text")} className="my-auto">
      <ButtonLink href="/gallery">{t("backToGallery")}</ButtonLink>
    </EmptyState>
  );
}
