"use client";

import { useRouter } from "next/navigation";
import { lazy, Suspense, useMemo, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl/react";
import { Dialog } from "#components/ui/dialog.tsx";
import { type ShortcutGroup, useShortcuts } from "#components/ui/shortcuts.ts";
import { DESTINATIONS } from "./destinations.ts";
import {
  isShortcutSheetOpen,
  openShortcutSheet,
  setShortcutSheet,
  subscribeToShortcutSheet,
} from "./shortcut-sheet-state.ts";

const ShortcutList = lazy(async () => ({ default: (await import("./shortcut-list.tsx")).ShortcutList }));

/** The keys that work everywhere, and the `?` sheet that lists them with those of the page. */
export function ShellShortcuts() {
  const t = useTranslations("shell");
  const router = useRouter();
  const open = useSyncExternalStore(subscribeToShortcutSheet, isShortcutSheetOpen, () => false);
  const group = useMemo(
    (): ShortcutGroup => ({
      title: t("everywhere"),
      shortcuts: [
        { keys: "?", label: t("shortcuts"), run: openShortcutSheet },
        ...DESTINATIONS.map(({ name, href, key }) => ({
          keys: `g ${key}`,
          label: t("goTo", { place: t(name) }),
          run: () => router.push(href),
        })),
      ],
    }),
    [t, router],
  );
  useShortcuts(group);
  return (
    <Dialog open={open} onOpenChange={setShortcutSheet} title={t("shortcuts")}>
      <Suspense>
        <ShortcutList />
      </Suspense>
    </Dialog>
  );
}
