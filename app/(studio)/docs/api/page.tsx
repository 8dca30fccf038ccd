import type { Metadata } from "next";
import { OperationDetails } from "#components/docs/operation-details.tsx";
import { OperationList } from "#components/docs/operation-list.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { apiReference } from "#lib/contract/api-reference.ts";
import { AreaMessages } from "#lib/i18n/area-messages.tsx";
import { getTranslator } from "#lib/i18n/get-translator.ts";
import { requestPreferences } from "#lib/i18n/request-preferences.ts";
import { requireMember } from "../../../read-viewer.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator("docs");
  return { title: t("api.title") };
}

/** Every operation on one side, the chosen one on the other; on a phone one after the other. */
export default async function ApiReferencePage({ searchParams }: Props) {
  await requireMember();
  const { operation } = await searchParams;
  const { locale } = await requestPreferences();
  const t = await getTranslator("docs");
  const entries = apiReference(locale);
  const chosen = entries.find(({ id }) => id === operation);
  const operations = entries.map(({ id, group, method, path }) => ({ id, group, method, path }));
  return (
    <AreaMessages areas={["docs"]}>
      <div className="mx-auto flex w-full max-w-6xl flex-col gap-8 px-4 py-8 sm:px-8 sm:py-10">
        <PageHeader title={t("api.title")} text={t("api.text")}>
          <a href="/api/openapi.json" className={buttonStyle()}>
            {t("api.document")}
          </a>
          <a href="/api/openapi-gateway.json" className={buttonStyle()}>
            {t("api.gatewayDocument")}
          </a>
          {chosen && (
            <ButtonLink href="/docs/api" className="md:hidden">
              {t("api.all")}
            </ButtonLink>
          )}
        </PageHeader>
        <div className="grid items-start gap-8 md:grid-cols-[20rem_minmax(0,1fr)]">
          <OperationList
            operations={operations}
            chosenId={chosen?.id}
            className={chosen ? "max-md:hidden" : ""}
          />
          {chosen ? (
            <OperationDetails entry={chosen} />
          ) : (
            <p className="text-sm text-muted max-md:hidden">{t("api.choose")}</p>
          )}
        </div>
      </div>
    </AreaMessages>
  );
}
