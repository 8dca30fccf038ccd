"use client";

import { useTranslations } from "use-intl/react";
import { ApiProblem } from "#lib/client/api.ts";

/** Why a task that somebody names by its id at the provider cannot be followed; undefined for what has nothing to do with that. */
export function useLookupProblem(): (problem: unknown) => string | undefined {
  const t = useTranslations("task.lookup");
  return (problem) => {
    if (!(problem instanceof ApiProblem)) return undefined;
    switch (problem.code) {
      case "not_found":
        return t("notFound");
      case "conflict":
        if (problem.details.reason === "known") return t("known");
        return problem.details.reason === "in_flight" ? t("inFlight") : undefined;
      case "provider_unavailable":
        return t("unavailable");
      case "unprocessable":
        return problem.details.path === "connectionId" ? t("sandbox") : undefined;
      default:
        return undefined;
    }
  };
}
