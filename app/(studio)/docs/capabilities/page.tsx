import type { Metadata } from "next";
import { CapabilityFilter } from "#components/docs/capability-filter.tsx";
import { CapabilityTable } from "#components/docs/capability-table.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { modelWords } from "#lib/client/model-name.ts";
import { AreaMessages } from "#lib/i18n/area-messages.tsx";
import { getTranslator } from "#lib/i18n/get-translator.ts";
import { requestPreferences } from "#lib/i18n/request-preferences.ts";
import { TASK_KIND_NAMES } from "#lib/kling/kind-names.ts";
import { kindOf } from "#lib/kling/kinds/kinds.ts";
import { mapRows, modelsOfGrid } from "#lib/kling/kinds/map/map-rows.ts";
import { TASK_KINDS } from "#lib/kling/task-kinds.ts";
import { inLocale } from "#lib/shared/localized.ts";
import { requireMember } from "../../../read-viewer.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator("docs");
  return { title: t("capabilities.title") };
}

/** The capability map that forms, API and gateway are checked against, with the source of every statement. */
export default async function CapabilitiesPage({ searchParams }: Props) {
  await requireMember();
  const { kind = "", model = "" } = await searchParams;
  const { locale } = await requestPreferences();
  const t = await getTranslator("docs");
  const chosenKind = TASK_KINDS.find((name) => name === kind);
  const chosenModel = ALL_MODELS.find((id) => id === model);
  const kinds = TASK_KINDS.filter((name) => chosenKind === undefined || name === chosenKind).filter(
    (name) => chosenModel === undefined || modelsOfGrid(kindOf(name).grid).includes(chosenModel),
  );
  const options = {
    kinds: TASK_KINDS.map((name) => ({ value: name, label: inLocale(TASK_KIND_NAMES[name], locale) })),
    models: ALL_MODELS.map((id) => ({ value: id, label: modelLabel(id, locale) })),
  };
  return (
    <AreaMessages areas={["docs"]}>
      <div className="mx-auto flex w-full max-w-6xl flex-col gap-8 px-4 py-8 sm:px-8 sm:py-10">
        <PageHeader title={t("capabilities.title")} text={t("capabilities.text")} />
        <CapabilityFilter kind={chosenKind ?? ""} model={chosenModel ?? ""} {...options} />
        {kinds.length === 0 && <p className="text-sm text-muted">{t("capabilities.none")}</p>}
        {kinds.map((name) => (
          <CapabilityTable
            key={name}
            title={inLocale(TASK_KIND_NAMES[name], locale)}
            rows={mapRows(kindOf(name).grid, chosenModel)}
          />
        ))}
        <p className="max-w-prose text-xs text-muted">{t("capabilities.legend")}</p>
      </div>
    </AreaMessages>
  );
}

/** Of every kind, in the order in which the kinds name them. An effect without a choice names none. */
const ALL_MODELS = [
  ...new Set(TASK_KINDS.flatMap((name) => modelsOfGrid(kindOf(name).grid).map(String))),
].filter((id) => id !== "default");

function modelLabel(id: string, locale: Parameters<typeof inLocale>[1]): string {
  return inLocale(modelWords(id) ?? { zh: id, en: id }, locale);
}
