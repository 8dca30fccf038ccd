"use client";

import { useEffect, useMemo, useRef } from "react";
import { useTranslations } from "use-intl/react";
import { type ShortcutGroup, useShortcuts } from "#components/ui/shortcuts.ts";
import { focusField } from "./focus-field.ts";

/** The keys of this screen; `onGenerate` may be another function with every drawing. */
export function useCreateShortcuts(onGenerate: () => void): void {
  const t = useTranslations("create.shortcuts");
  const generate = useRef(onGenerate);
  useEffect(() => {
    generate.current = onGenerate;
  });
  const group = useMemo(
    (): ShortcutGroup => ({
      title: t("title"),
      shortcuts: [
        { keys: "mod+Enter", label: t("generate"), run: () => generate.current(), inFields: true },
        { keys: "p", label: t("prompt"), run: () => void focusField("prompt") },
      ],
    }),
    [t],
  );
  useShortcuts(group);
}
