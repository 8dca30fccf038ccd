"use client";

import { useId } from "react";
import { useTranslations } from "use-intl/react";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { useWords } from "#components/ui/use-words.ts";
import type { Support } from "#lib/kling/capabilities.ts";
import type { MapRow } from "#lib/kling/kinds/map/map-rows.ts";

const TONES: Readonly<Record<Support, Tone>> = {
  yes: "success",
  accepted: "accent",
  ignored: "neutral",
  no: "danger",
};

/** What the map says of one kind of task. On a phone each statement stands by itself. */
export function CapabilityTable({ title, rows }: { title: string; rows: readonly MapRow[] }) {
  const t = useTranslations("docs.capabilities");
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2 text-lg font-semibold">
        {title}
      </h2>
      <Card>
        <table className="w-full text-left text-sm max-md:block">
          <thead className="border-b border-line text-xs text-muted max-md:sr-only">
            <tr>
              <Head>{t("feature")}</Head>
              <Head>{t("where")}</Head>
              <Head>{t("support")}</Head>
              <Head>{t("evidence")}</Head>
              <Head>{t("source")}</Head>
            </tr>
          </thead>
          <tbody className="divide-y divide-line max-md:block">
            {rows.map((row) => (
              <Row key={JSON.stringify(row)} row={row} />
            ))}
          </tbody>
        </table>
      </Card>
    </section>
  );
}

function Head({ children }: { children: string }) {
  return (
    <th scope="col" className="px-4 py-2 font-medium">
      {children}
    </th>
  );
}

const CELL = "px-4 py-2.5 align-top max-md:p-0";

function Row({ row }: { row: MapRow }) {
  const t = useTranslations("docs.capabilities");
  const words = useWords();
  const { feature, where, support, evidence, source } = row;
  return (
    <tr className="max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-3 max-md:gap-y-1 max-md:px-4 max-md:py-3">
      <th scope="row" className={`${CELL} font-medium md:w-52`}>
        {words(feature)}
      </th>
      <td className={`${CELL} text-muted max-md:order-1 max-md:w-full`}>
        {where.length === 0 && t("everywhere")}
        {where.map(({ axis, values }) => (
          <p key={axis.en}>
            {words(axis)}: <span className="text-text">{values.map(words).join(" · ")}</span>
          </p>
        ))}
      </td>
      <td className={`${CELL} md:w-28`}>
        <Badge tone={TONES[support]}>{t(`supports.${support}`)}</Badge>
      </td>
      <td className={`${CELL} text-muted max-md:order-2 max-md:text-xs md:w-36`}>
        {t(`evidences.${evidence}`)}
      </td>
      <td className={`${CELL} text-muted [overflow-wrap:anywhere] max-md:order-2 max-md:text-xs md:w-44`}>
        {source}
      </td>
    </tr>
  );
}
