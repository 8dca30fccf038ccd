"use client";

import { useTranslations } from "use-intl/react";
import { Avatar } from "#components/ui/avatar.tsx";
import type { MenuItem } from "#components/ui/menu.tsx";
import { LoadedMenu } from "#components/ui/menu-popup.tsx";
import type { MenuFace } from "#components/ui/menu-trigger.tsx";
import type { ShellViewer } from "./shell-viewer.ts";
import { useSwitchTeam } from "./use-switch-team.ts";

type Props = MenuFace & { viewer: ShellViewer; side: "right" | "bottom" };

/** The teams a person belongs to. */
export function LoadedTeamSwitcher({ viewer, side, ...face }: Props) {
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
  return <LoadedMenu {...face} items={items} side={side} align={side === "right" ? "end" : "start"} />;
}
