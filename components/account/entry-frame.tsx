import type { ReactNode } from "react";
import { Logo } from "#components/ui/logo.tsx";
import { EntryPreferences } from "./entry-preferences.tsx";

/** The page around everything that happens before someone is in the studio. */
export function EntryFrame({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col px-4 pt-[max(1.5rem,env(safe-area-inset-top))] pb-[max(1rem,env(safe-area-inset-bottom))]">
      <main className="mx-auto flex w-full max-w-108 flex-1 flex-col justify-center pb-4">
        <div className="viewfinder sm:px-10 sm:py-9">
          <div className="mb-7 flex items-center gap-2.5">
            <Logo />
            <span className="text-lg font-semibold tracking-tight">Framewright</span>
          </div>
          {children}
        </div>
      </main>
      <footer>
        <EntryPreferences />
      </footer>
    </div>
  );
}

export function EntryHeading({ title, text }: { title: string; text?: ReactNode }) {
  return (
    <div className="mb-6">
      <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
      {text && <p className="mt-2 text-muted text-pretty">{text}</p>}
    </div>
  );
}
