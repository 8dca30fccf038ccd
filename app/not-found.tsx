import type { Metadata } from "next";
import { buttonStyle } from "#components/ui/button-style.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Logo } from "#components/ui/logo.tsx";
import { getTranslator } from "#lib/i18n/get-translator.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator("shell");
  return { title: t("notFound.title") };
}

export default async function NotFound() {
  const t = await getTranslator("shell");
  return (
    <main className="flex min-h-[70dvh] flex-1 items-center justify-center">
      {/* No icon of the library: this page is part of every page's code, and an icon would bring the library along. */}
      <EmptyState heading="h1" icon={<Logo />} title={t("notFound.title")} text={t("notFound.text")}>
        {/* A plain link: this page is part of every page's code, and a full load is right after an error. */}
        <a href="/" className={buttonStyle({ variant: "primary" })}>
          {t("notFound.home")}
        </a>
      </EmptyState>
    </main>
  );
}
