"use client";

import { useFormatter, useTranslations } from "use-intl/react";
import type { Asset } from "#lib/contract/assets.ts";
import { Fact, FactList } from "../fact-list.tsx";
import { useFileFacts } from "../use-file-facts.ts";

export function AssetFacts({ asset, madeBy }: { asset: Asset; madeBy: string | null }) {
  const t = useTranslations("library.assets");
  const format = useFormatter();
  const facts = useFileFacts();
  const fps =
    asset.fps === null ? [] : [t("fps", { count: format.number(asset.fps, { maximumFractionDigits: 2 }) })];
  const sound = asset.mime.startsWith("video/") ? [t(asset.hasSound ? "withSound" : "silent")] : [];
  return (
    <FactList>
      <Fact name={t("file")}>
        {[...facts(asset), ...fps, ...sound].join(" · ")}
        <span className="block text-muted text-xs">{asset.mime}</span>
      </Fact>
      <Fact name={t("origin")}>{t(asset.origin === "output" ? "origins.output" : "origins.upload")}</Fact>
      <Fact name={t("added")}>
        {format.dateTime(new Date(asset.createdAt), { dateStyle: "medium", timeStyle: "short" })}
        {madeBy !== null && <span className="block text-muted text-xs">{madeBy}</span>}
      </Fact>
    </FactList>
  );
}
