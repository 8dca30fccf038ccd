"use client";

import { useTranslations } from "use-intl/react";
import type { AuditActor, AuditEntry } from "#lib/contract/audit.ts";
import type { AuditAction } from "#lib/contract/audit-actions.ts";
import { pseudonymOf } from "./pseudonym-of.ts";

/** Codes of the log in words of the screen. */
export function useAuditWords() {
  const t = useTranslations("audit");
  return {
    actionName: (action: AuditAction) => t(`actions.${messageKeyOf(action)}`),
    actorName: ({ kind, id, name }: AuditActor) => {
      if (name !== null) return kind === "api_key" ? t("keyNamed", { name }) : name;
      if (id === null) return t(`actors.${kind}`);
      return t(kind === "api_key" ? "keyGone" : "personGone", { pseudonym: pseudonymOf(id) });
    },
    objectName: ({ id, name, type }: AuditEntry["object"]) => {
      if (name !== null) return name;
      if (id === null || type === "team" || type === "callback_secret") return null;
      return t(type === "person" ? "personGone" : "thingGone", { pseudonym: pseudonymOf(id) });
    },
  };
}

type Keyed<A extends string> = A extends `${infer Subject}.${infer Verb}` ? `${Subject}-${Verb}` : A;

/** A dot would be a level of the message file. */
function messageKeyOf<A extends AuditAction>(action: A): Keyed<A> {
  return action.replace(".", "-") as Keyed<A>; // one dot in each, as the type says
}
