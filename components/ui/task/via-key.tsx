"use client";

import { KeyRound } from "lucide-react";
import { useTranslations } from "use-intl/react";

/** Marks a task that an API key ordered, as part of a line of facts. */
export function ViaKey({ name }: { name: string | null }) {
  const t = useTranslations("task");
  if (name === null) return null;
  return (
    <>
      {" · "}
      <KeyRound aria-hidden className="mr-1 inline size-3 align-[-0.125em]" />
      <span className="sr-only">{`${t("settings.apiKey")} `}</span>
      {name}
    </>
  );
}
