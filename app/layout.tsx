import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { Providers } from "#components/shell/providers.tsx";
import { compiledMessages } from "#lib/i18n/compiled-messages.ts";
import { getTranslator } from "#lib/i18n/get-translator.ts";
import { MessagesProvider } from "#lib/i18n/messages-provider.tsx";
import { requestPreferences } from "#lib/i18n/request-preferences.ts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator("shell");
  return {
    title: { default: "Framewright", template: "%s · Framewright" },
    description: t("description"),
    applicationName: "Framewright",
    manifest: "/manifest.webmanifest",
    icons: {
      icon: [{ url: "/icon.svg", type: "image/svg+xml" }],
      apple: [{ url: "/icons/apple-touch-icon.png", sizes: "180x180" }],
    },
    appleWebApp: { capable: true, title: "Framewright", statusBarStyle: "default" },
    formatDetection: { telephone: false, email: false, address: false },
    referrer: "same-origin",
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  interactiveWidget: "resizes-content",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fafafb" },
    { media: "(prefers-color-scheme: dark)", color: "#0d0e10" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { locale, theme, timeZone } = await requestPreferences();
  return (
    <html lang={locale} className={theme ?? undefined}>
      <body>
        <MessagesProvider
          locale={locale}
          timeZone={timeZone}
          messages={compiledMessages(locale, ["common", "shell"])}
        >
          <Providers locale={locale} theme={theme}>
            {children}
          </Providers>
        </MessagesProvider>
      </body>
    </html>
  );
}
