"use client";

import { Keyboard, LogOut, Monitor, Moon, Settings2, Sun } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Avatar } from "#components/ui/avatar.tsx";
import { Menu, type MenuItem } from "#components/ui/menu.tsx";
import { useProfilePreferences } from "#lib/client/profile-preferences.ts";
import type { ShellViewer } from "./shell-viewer.ts";
import { openShortcutSheet } from "./shortcut-sheet-state.ts";
import { useSignOut } from "./use-sign-out.ts";

export function AccountMenu({ viewer, side }: { viewer: ShellViewer; side: "right" | "bottom" }) {
  const t = useTranslations("shell");
  const signOut = useSignOut();
  const { theme, chooseTheme, locale, chooseLocale } = useProfilePreferences();
  const items: MenuItem[] = [
    { kind: "heading", label: viewer.user.email },
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
  return (
    <Menu
      label={t("account", { name: viewer.user.name })}
      items={items}
      side={side}
      align="end"
      showTooltip
      triggerClassName="control-square flex items-center justify-center rounded-full"
    >
      <Avatar name={viewer.user.name} />
    </Menu>
  );
}
