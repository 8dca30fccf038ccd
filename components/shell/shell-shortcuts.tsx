"use client";

import { useRouter } from "next/navigation";
import { useMemo, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl/react";
import { Dialog } from "#components/ui/dialog.tsx";
import { type ShortcutGroup, useShortcutGroups, useShortcuts } from "#components/ui/shortcuts.ts";
import { DESTINATIONS } from "./destinations.ts";
import { ShortcutKeys } from "./shortcut-keys.tsx";
import {
  isShortcutSheetOpen,
  openShortcutSheet,
  setShortcutSheet,
  subscribeToShortcutSheet,
} from "./shortcut-sheet-state.ts";

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
      <ShortcutList />
    </Dialog>
  );
}

function ShortcutList() {
  const groups = useShortcutGroups();
  return (
    <div className="flex flex-col gap-6 pb-2">
      {groups.map((group) => (
        <section key={group.title}>
          <h3 className="mb-1 text-xs text-muted">{group.title}</h3>
          <dl className="divide-y divide-line">
            {group.shortcuts.map((shortcut) => (
              <div key={shortcut.keys} className="flex items-center justify-between gap-4 py-2 text-sm">
                <dt>{shortcut.label}</dt>
                <dd>
                  <ShortcutKeys keys={shortcut.keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
