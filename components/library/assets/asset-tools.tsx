"use client";

import { useTranslations } from "use-intl/react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { useWords } from "#components/ui/use-words.ts";
import { assetLink } from "#lib/client/create-link.ts";
import type { Asset } from "#lib/contract/assets.ts";
import { TASK_KIND_NAMES } from "#lib/kling/kind-names.ts";
import { usesOfFile } from "#lib/kling/uses-of-file.ts";

/** The tools that take this file, one press away; those that would, but for a limit, say which. */
export function AssetTools({ asset }: { asset: Asset }) {
  const t = useTranslations("library.assets");
  const words = useWords();
  const uses = usesOfFile(asset).flatMap(({ kind, problem }) => {
    const link = assetLink(kind, asset.id);
    return link === null ? [] : [{ kind, problem, link }];
  });
  if (uses.length === 0) return null;
  return (
    <section aria-label={t("useIn")}>
      <h3 className="mb-2 font-medium text-sm">{t("useIn")}</h3>
      <div className="flex flex-wrap gap-2">
        {uses.map(
          ({ kind, problem, link }) =>
            problem === null && (
              <ButtonLink key={kind} href={link} size="sm">
                {words(TASK_KIND_NAMES[kind])}
              </ButtonLink>
            ),
        )}
      </div>
      {uses.map(
        ({ kind, problem }) =>
          problem !== null && (
            <p key={kind} className="mt-2 text-warning-text text-xs">
              {t("unfit", { tool: words(TASK_KIND_NAMES[kind]), why: words(problem) })}
            </p>
          ),
      )}
    </section>
  );
}
