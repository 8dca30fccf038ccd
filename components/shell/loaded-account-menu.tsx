"use client";

import { Keyboard, LogOut, Monitor, Moon, Settings2, Sun } from "lucide-react";
import { useTranslations } from "use-intl/react";
import type { MenuItem } from "#components/ui/menu.tsx";
import { LoadedMenu } from "#components/ui/menu-popup.tsx";
import type { MenuFace } from "#components/ui/menu-trigger.tsx";
import { useProfilePreferences } from "#lib/client/profile-preferences.ts";
import { openShortcutSheet } from "./shortcut-sheet-state.ts";
import { useSignOut } from "./use-sign-out.ts";

type Props = MenuFace & { email: string; side: "right" | "bottom" };

/** What a person can change about themselves from anywhere. */
export function LoadedAccountMenu({ email, side, ...face }: Props) {
  const t = useTranslations("shell");
  const signOut = useSignOut();
  const { theme, chooseTheme, locale, chooseLocale } = useProfilePreferences();
  const items: MenuItem[] = [
    { kind: "heading", label: email },
    { kind: "link", label: t("settings"), href: "/settings", icon: <Settings2 aria-hidden /> },
    {
      kind: "action",
      label: t("shortcuts"),
      detail: "?",
      icon: <Keyboard aria-hidden />,
      onSelect: openShortcutSheet,
    },
    { kind: "separator" },
    {
      kind: "choice",
      label: t("themes.light"),
      icon: <Sun aria-hidden />,
      chosen: theme === "light",
      onSelect: () => chooseTheme("light"),
    },
    {
      kind: "choice",
      label: t("themes.dark"),
      icon: <Moon aria-hidden />,
      chosen: theme === "dark",
      onSelect: () => chooseTheme("dark"),
    },
    {
      kind: "choice",
      label: t("themes.system"),
      icon: <Monitor aria-hidden />,
      chosen: theme === null,
      onSelect: () => chooseTheme(null),
    },
    { kind: "separator" },
    { kind: "choice", label: "简体中文", chosen: locale === "zh-CN", onSelect: () => chooseLocale("zh-CN") },
    { kind: "choice", label: "English", chosen: locale === "en", onSelect: () => chooseLocale("en") },
    { kind: "separator" },
    { kind: "action", label: t("signOut"), icon: <LogOut aria-hidden />, onSelect: signOut },
  ];
  return <LoadedMenu {...face} items={items} side={side} align="end" />;
}
