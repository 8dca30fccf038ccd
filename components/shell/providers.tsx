"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Toaster } from "#components/ui/toaster.tsx";
import { TooltipLayer } from "#components/ui/tooltip-layer.tsx";
import { PreferencesProvider } from "#lib/client/preferences.tsx";
import { getQueryClient } from "#lib/client/query-client.ts";
import type { Theme } from "#lib/contract/account-limits.ts";
import type { Locale } from "#lib/shared/localized.ts";
import { OfflinePage } from "./offline-page.tsx";

type Props = { locale: Locale; theme: Theme | null; children: ReactNode };

/** What every page stands in, whoever looks at it. */
export function Providers({ locale, theme, children }: Props) {
  return (
    <PreferencesProvider locale={locale} theme={theme}>
      <QueryClientProvider client={getQueryClient()}>{children}</QueryClientProvider>
      <Toaster />
      <OfflinePage />
      <TooltipLayer />
    </PreferencesProvider>
  );
}
