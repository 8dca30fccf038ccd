"use client";

import { lazy } from "react";
import { useTranslations } from "use-intl/react";
import { Avatar } from "#components/ui/avatar.tsx";
import { MenuTrigger } from "#components/ui/menu-trigger.tsx";
import type { ShellViewer } from "./shell-viewer.ts";

const load = () => import("./loaded-account-menu.tsx");
const LoadedAccountMenu = lazy(async () => ({ default: (await load()).LoadedAccountMenu }));

export function AccountMenu({ viewer, side }: { viewer: ShellViewer; side: "right" | "bottom" }) {
  const t = useTranslations("shell");
  const { name, email } = viewer.user;
  const face = {
    label: t("account", { name }),
    showTooltip: true,
    triggerClassName: "control-square flex items-center justify-center rounded-full",
    children: <Avatar name={name} />,
  };
  return (
    <MenuTrigger {...face} onIntent={load} loaded={<LoadedAccountMenu {...face} {...{ email, side }} />} />
  );
}
