"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl/react";
import { type Refused, refusedQuery } from "#lib/client/refused.ts";
import { findBusinessCode } from "#lib/kling/codes.ts";
import { ButtonLink } from "../button-link.tsx";
import { Notice } from "../notice.tsx";
import { useWords } from "../use-words.ts";

/** `refused` is as the page was made; what comes later is heard of. */
type Props = { refused: readonly Refused[]; mayManage: boolean; className?: string };

/** Tells whoever looks at clips why some of them wait, and leads those who can help to where they can. */
export function RefusedNotice({ refused: known, mayManage, className }: Props) {
  const t = useTranslations("task");
  const words = useWords();
  const { data: refused } = useQuery(refusedQuery(known));
  return (
    <div role="status" className={refused.length === 0 ? undefined : className}>
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
