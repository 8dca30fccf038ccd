"use client";

import { useTranslations } from "use-intl/react";
import { passwordStrength } from "./password-strength.ts";

/** The checks of account forms, answering in the person's language or with undefined. */
export function useFieldChecks() {
  const t = useTranslations("account");
  return {
    required: (value: string) => (value.trim() === "" ? t("errors.required") : undefined),
    email: (value: string) => {
      if (value.trim() === "") return t("errors.required");
      return /^\S+@\S+\.\S+$/.test(value.trim()) ? undefined : t("errors.email");
    },
    newPassword: (value: string) => {
      const { level, missingCharacters } = passwordStrength(value);
      if (level === 0) return t("errors.required");
      if (level === 1) return t("strength.short", { count: missingCharacters });
      return level === 2 ? t("weakness.too_simple") : undefined;
    },
  };
}
