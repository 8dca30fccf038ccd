"use client";

import { useTranslations } from "use-intl/react";
import { ApiProblem } from "#lib/client/api.ts";

/** Why a password was refused, in the person's language; undefined when that was not the reason. */
export function useWeaknessText(): (problem: unknown) => string | undefined {
  const t = useTranslations("account");
  return (problem) => {
    const weakness = problem instanceof ApiProblem ? problem.details.weakness : undefined;
    switch (weakness) {
      case "too_short":
      case "too_simple":
      case "common":
      case "personal":
        return t(`weakness.${weakness}`);
      default:
        return undefined;
    }
  };
}

/** `details.reason` of a refusal, e.g. "wrong_password". */
export function reasonOf(problem: unknown): string | undefined {
  const reason = problem instanceof ApiProblem ? problem.details.reason : undefined;
  return typeof reason === "string" ? reason : undefined;
}
