"use client";

import { ChevronsUpDown } from "lucide-react";
import { lazy } from "react";
import { useTranslations } from "use-intl/react";
import { Avatar } from "#components/ui/avatar.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { MenuTrigger } from "#components/ui/menu-trigger.tsx";
import type { ShellViewer } from "./shell-viewer.ts";

type Props = { viewer: ShellViewer; side: "right" | "bottom"; withName?: boolean };

const load = () => import("./loaded-team-switcher.tsx");
const LoadedTeamSwitcher = lazy(async () => ({ default: (await load()).LoadedTeamSwitcher }));

export function TeamSwitcher({ viewer, side, withName }: Props) {
  const t = useTranslations("shell");
  const { teamName } = viewer.membership;
  const face = {
    label: t("currentTeam", { team: teamName }),
    showTooltip: !withName,
    triggerClassName: classNames(
      "control-height flex min-w-0 items-center justify-center gap-2 rounded-md transition-colors hover:bg-hover",
      withName ? "px-1.5" : "control-square",
    ),
    children: (
      <>
        <Avatar name={teamName} shape="square" size={withName ? "sm" : "md"} />
        {withName && (
          <>
            <span className="max-w-40 truncate text-sm font-medium">{teamName}</span>
            <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted" />
          </>
        )}
      </>
    ),
  };
  return (
    <MenuTrigger {...face} onIntent={load} loaded={<LoadedTeamSwitcher {...face} {...{ viewer, side }} />} />
  );
}
