"use client";

import { usePathname } from "next/navigation";
import { AppLink } from "./app-link.tsx";
import { classNames } from "./class-names.ts";

export type PageTab = { readonly href: string; readonly label: string };

type Props = {
  /** Names the group for screen readers. */
  label: string;
  tabs: readonly PageTab[];
  className?: string;
};

/** Screens that belong together, side by side; each has an address of its own. */
export function PageTabs({ label, tabs, className }: Props) {
  const pathname = usePathname();
  return (
    <nav aria-label={label} className={className}>
      <ul className="flex gap-1 overflow-x-auto border-line border-b [scrollbar-width:none]">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <AppLink
              href={tab.href}
              aria-current={pathname === tab.href ? "page" : undefined}
              className={classNames(
                "-mb-px inline-flex min-h-11 items-center whitespace-nowrap border-b-2 px-3 text-sm -outline-offset-2 transition-colors",
                pathname === tab.href
                  ? "border-accent font-medium text-text"
                  : "border-transparent text-muted hover:text-text",
              )}
            >
              {tab.label}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
