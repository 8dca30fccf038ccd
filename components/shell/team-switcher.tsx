"use client";

import { ChevronsUpDown } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Avatar } from "#components/ui/avatar.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Menu, type MenuItem } from "#components/ui/menu.tsx";
import type { ShellViewer } from "./shell-viewer.ts";
import { useSwitchTeam } from "./use-switch-team.ts";

type Props = { viewer: ShellViewer; side: "right" | "bottom"; withName?: boolean };

export function TeamSwitcher({ viewer, side, withName }: Props) {
  const t = useTranslations("shell");
  const roles = useTranslations("common");
  const switchTeam = useSwitchTeam();
  const { membership, teams } = viewer;
  const items: MenuItem[] = [
    { kind: "heading", label: t("teams") },
    ...teams.map(
      ({ teamId, teamName, role }): MenuItem => ({
        kind: "choice",
        label: teamName,
        detail: roles(`roles.${role}`),
        icon: <Avatar name={teamName} size="sm" shape="square" />,
        chosen: teamId === membership.teamId,
        onSelect: () => teamId !== membership.teamId && switchTeam(teamId),
      }),
    ),
  ];
  return (
    <Menu
      label={t("currentTeam", { team: membership.teamName })}
      items={items}
      side={side}
      align={side === "right" ? "end" : "start"}
      showTooltip={!withName}
      triggerClassName={classNames(
        "control-height flex min-w-0 items-center justify-center gap-2 rounded-md transition-colors hover:bg-hover",
        withName ? "px-1.5" : "control-square",
      )}
    >
      <Avatar name={membership.teamName} shape="square" size={withName ? "sm" : "md"} />
      {withName && (
        <>
          <span className="max-w-40 truncate text-sm font-medium">{membership.teamName}</span>
          <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted" />
        </>
      )}
    </Menu>
  );
}
