"use client";

import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { DraftField } from "./draft-desk.ts";

/** Who left the other version: another tab of this browser, oneself on another device, somebody by name, or whoever drew. */
export type OtherVersion =
  | { readonly from: "tab" | "own" | "drawing" }
  | { readonly from: "person"; readonly name: string };

type Props = {
  /** Null while there is one version only. */
  other: OtherVersion | null;
  /** What differs there, the most telling first; empty when only the drawing does. */
  fields: readonly DraftField[];
  /** It was deleted or taken back, and goes on as a new one. */
  wasOrphaned: boolean;
  isKept: boolean;
  onTake: () => void;
  onKeep: () => void;
};

/** Told by name; the rest is counted. */
const MOST_FIELDS = 4;

/** What a person must know about where their draft is, and the choice when there are two versions of it. */
export function DraftNotices({ other, fields, wasOrphaned, isKept, onTake, onKeep }: Props) {
  const t = useTranslations("drafts");

  function title({ from, ...rest }: OtherVersion): string {
    const name = "name" in rest ? rest.name : "";
    return t(`conflict.${from}Title`, { name });
  }

  function difference(): string {
    if (fields.length === 0) return t("conflict.textDrawing");
    const named = fields
      .slice(0, MOST_FIELDS)
      .map((field) => t(`fields.${field}`))
      .join(t("conflict.comma"));
    const count = fields.length - MOST_FIELDS;
    return t("conflict.text", { fields: count > 0 ? t("conflict.more", { fields: named, count }) : named });
  }

  return (
    <>
      {other !== null && (
        <Notice
          tone="warning"
          title={title(other)}
          action={
            <span className="flex flex-wrap justify-end gap-2">
              <Button size="sm" onClick={onTake}>
                {t("conflict.takeTheirs")}
              </Button>
              <Button size="sm" variant="ghost" onClick={onKeep}>
                {t("conflict.keepMine")}
              </Button>
            </span>
          }
        >
          {difference()}
        </Notice>
      )}
      {wasOrphaned && other === null && <Notice>{t("orphaned")}</Notice>}
      {!isKept && other === null && <Notice tone="warning">{t("notKept")}</Notice>}
    </>
  );
}
