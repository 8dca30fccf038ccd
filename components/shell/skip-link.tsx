"use client";

import { useTranslations } from "use-intl/react";
import { buttonStyle } from "#components/ui/button-style.ts";
import { classNames } from "#components/ui/class-names.ts";

export function SkipLink() {
  const t = useTranslations("shell");
  return (
    <a
      href="#content"
      className={classNames(buttonStyle({ variant: "primary" }), "fixed top-2 left-2 z-70 not-focus:sr-only")}
    >
      {t("skipToContent")}
    </a>
  );
}
