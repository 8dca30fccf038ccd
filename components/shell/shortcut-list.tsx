"use client";

import { useShortcutGroups } from "#components/ui/shortcuts.ts";
import { ShortcutKeys } from "./shortcut-keys.tsx";

/** Everything that is bound right now, group by group. */
export function ShortcutList() {
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
