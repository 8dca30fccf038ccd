"use client";

import { useTranslations } from "use-intl/react";
import { classNames } from "#components/ui/class-names.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { Tool } from "#lib/motion/tools/brush-state.ts";
import type { BrushSession } from "../session/brush-session.ts";
import type { BrushView } from "../session/brush-view.ts";
import { TOOL_KEYS } from "./keys.ts";
import { TOOL_ICONS } from "./tool-icons.tsx";

type Props = { session: BrushSession; view: BrushView; className?: string };

/** What the pointer does: areas, the way, the view. */
export function ToolBar({ session, view, className }: Props) {
  const t = useTranslations("motion.tools");
  return (
    <div
      role="toolbar"
      aria-label={t("label")}
      className={classNames("flex items-center gap-0.5", className)}
    >
      {ORDER.map((tool) => (
        <span key={tool} className={classNames("flex items-center", BEGINS_GROUP.has(tool) && "gap-0.5")}>
          {BEGINS_GROUP.has(tool) && <span aria-hidden className="mx-1 h-5 w-px shrink-0 bg-line" />}
          <ToolButton
            tool={tool}
            isPressed={view.tool === tool}
            label={t(tool)}
            onPress={() => session.dispatch({ type: "choose-tool", tool })}
          />
        </span>
      ))}
    </div>
  );
}

/** What is needed most comes first: a narrow bar shows it without being pushed. */
const ORDER = [
  "brush",
  "eraser",
  "wand",
  "path",
  "lasso",
  "polygon",
  "rectangle",
  "ellipse",
  "fill",
  "hand",
] as const satisfies readonly Tool[];

const BEGINS_GROUP: ReadonlySet<Tool> = new Set(["lasso", "hand"]);

type ButtonProps = { tool: Tool; isPressed: boolean; label: string; onPress: () => void };

function ToolButton({ tool, isPressed, label, onPress }: ButtonProps) {
  const Icon = TOOL_ICONS[tool];
  return (
    <IconButton
      label={label}
      data-tooltip={`${label} · ${TOOL_KEYS[tool].toUpperCase()}`}
      aria-keyshortcuts={TOOL_KEYS[tool]}
      aria-pressed={isPressed}
      onClick={onPress}
    >
      <Icon aria-hidden />
    </IconButton>
  );
}
