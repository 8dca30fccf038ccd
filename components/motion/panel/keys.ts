"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl/react";
import { type Shortcut, type ShortcutGroup, useShortcuts } from "#components/ui/shortcuts.ts";
import { LABELS, STILL } from "#lib/motion/labels.ts";
import { TOOLS, type Tool } from "#lib/motion/tools/brush-state.ts";
import type { BrushSession } from "../session/brush-session.ts";
import { useLabelName } from "./label-names.ts";

export const TOOL_KEYS: Readonly<Record<Tool, string>> = {
  brush: "b",
  eraser: "e",
  lasso: "l",
  polygon: "n",
  rectangle: "m",
  ellipse: "o",
  fill: "f",
  wand: "w",
  path: "p",
  hand: "h",
};

/** The brush's keys, on the `?` sheet too. What acts on the chosen point belongs to the canvas while it has the focus. */
export function useBrushKeys(session: BrushSession): void {
  const t = useTranslations("motion");
  const nameOf = useLabelName();
  const group = useMemo((): ShortcutGroup => {
    const { dispatch } = session;
    const press = (key: string) => () =>
      void dispatch({ type: "key-down", key, modifiers: { shift: false, alt: false, control: false } });
    const listed = (keys: string, label: string): Shortcut => ({
      keys,
      label,
      isHeardElsewhere: true,
      run() {},
    });
    return {
      title: t("keys.title"),
      shortcuts: [
        ...TOOLS.map((tool) => ({
          keys: TOOL_KEYS[tool],
          label: t(`tools.${tool}`),
          run: () => void dispatch({ type: "choose-tool", tool }),
        })),
        ...LABELS.map((label) => ({
          keys: String(label === STILL ? 0 : label),
          label: nameOf(label),
          run: () => void dispatch({ type: "choose-label", label }),
        })),
        { keys: "[", label: t("brush.smaller"), run: press("[") },
        { keys: "]", label: t("brush.larger"), run: press("]") },
        { keys: "mod+z", label: t("undo"), run: () => void dispatch({ type: "undo" }) },
        { keys: "mod+Shift+Z", label: t("redo"), run: () => void dispatch({ type: "redo" }) },
        { keys: "mod+y", label: t("redo"), run: () => void dispatch({ type: "redo" }) },
        { keys: "+", label: t("view.nearer"), run: press("+") },
        { keys: "-", label: t("view.farther"), run: press("-") },
        listed("Tab", t("keys.tab")),
        listed("ArrowRight", t("keys.arrows")),
        listed("Enter", t("keys.enter")),
        listed("Escape", t("keys.escape")),
        listed("Delete", t("keys.remove")),
        listed("r", t("keys.reverse")),
        listed("Space", t("keys.space")),
        listed("Shift", t("keys.shift")),
      ],
    };
  }, [session, t, nameOf]);
  useShortcuts(group);
}
