"use client";

import { useTranslations } from "use-intl/react";
import { LazySettingsPanel } from "./lazy-settings-panel.tsx";
import type { Create } from "./use-create.ts";
import { useWideScreen } from "./use-wide-screen.ts";

/** The settings beside the stage, where there is room; a phone drops them before it asks for their script. */
export function SettingsColumn({ create }: { create: Create }) {
  const t = useTranslations("create");
  const isWide = useWideScreen();
  return (
    <section
      id="create-settings"
      tabIndex={-1}
      aria-label={t("settings.title")}
      className="hidden overflow-y-auto border-l border-line p-5 lg:block"
    >
      {isWide && <LazySettingsPanel create={create} />}
    </section>
  );
}
