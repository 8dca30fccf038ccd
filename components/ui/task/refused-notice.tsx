"use client";

import { useTranslations } from "use-intl/react";
import { findBusinessCode } from "#lib/kling/codes.ts";
import { ButtonLink } from "../button-link.tsx";
import { Notice } from "../notice.tsx";
import { useWords } from "../use-words.ts";

/** A connection whose account refuses everything, with upstream's code. */
export type Refused = { readonly id: string; readonly name: string; readonly code: number };

type Props = { refused: readonly Refused[]; mayManage: boolean; className?: string };

/** Tells whoever looks at clips why some of them wait, and leads those who can help to where they can. */
export function RefusedNotice({ refused, mayManage, className }: Props) {
  const t = useTranslations("task");
  const words = useWords();
  if (refused.length === 0) return null;
  return (
    <div role="status" className={className}>
      {refused.map(({ id, name, code }) => {
        const known = findBusinessCode(code);
        return (
          <Notice
            key={id}
            tone="danger"
            className="mt-2 first:mt-0"
            title={t("refused.title", { name })}
            action={
              mayManage && (
                <ButtonLink size="sm" href="/settings/connections">
                  {t("refused.open")}
                </ButtonLink>
              )
            }
          >
            <p>
              {known &&
                `${t("refused.reason", { explain: words(known.explain), remedy: words(known.remedy) })} `}
              {t(mayManage ? "refused.next" : "refused.wait")}
            </p>
          </Notice>
        );
      })}
    </div>
  );
}
