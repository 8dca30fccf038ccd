"use client";

import { type MouseEvent, useEffect, useRef } from "react";
import { useTranslations } from "use-intl/react";
import { classNames } from "#components/ui/class-names.ts";
import { useWords } from "#components/ui/use-words.ts";
import { CREATE_TOOLS, TOOL_GROUPS, TOOL_KINDS, type ToolKind } from "#lib/client/create-link.ts";
import { TASK_KIND_NAMES } from "#lib/kling/kind-names.ts";
import { TOOL_ICONS } from "./tool-icons.ts";
import { pathOfKind } from "./tools.ts";

type Props = { kind: ToolKind; onChoose: (kind: ToolKind) => void };

/**
 * All tools in their groups; on a phone one row that can be pushed sideways, with the present tool in sight. Real links, so
 * that a tool can be opened in another tab; a plain click stays here and takes along what fits.
 */
export function ToolList({ kind, onChoose }: Props) {
  const t = useTranslations("create");
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    const present = row.current?.querySelector<HTMLElement>(`[data-tool="${kind}"]`);
    // Only the row moves, never the page: `scrollIntoView` would move both.
    if (row.current && present) row.current.scrollLeft = present.offsetLeft - row.current.clientWidth / 3;
  }, [kind]);
  return (
    <nav
      ref={row}
      aria-label={t("tools")}
      className="relative flex min-w-0 gap-1 max-lg:-mx-4 max-lg:overflow-x-auto max-lg:px-4 max-lg:[scrollbar-width:none] lg:flex-col lg:gap-4"
    >
      {TOOL_GROUPS.map((group) => (
        <div key={group} className="flex gap-1 lg:flex-col">
          <p className="px-3 pb-1 text-xs font-medium text-muted max-lg:sr-only">{t(`groups.${group}`)}</p>
          {TOOL_KINDS.filter((tool) => CREATE_TOOLS[tool].group === group).map((tool) => (
            <ToolLink key={tool} tool={tool} isPresent={tool === kind} onChoose={onChoose} />
          ))}
        </div>
      ))}
    </nav>
  );
}

type LinkProps = { tool: ToolKind; isPresent: boolean; onChoose: (kind: ToolKind) => void };

function ToolLink({ tool, isPresent, onChoose }: LinkProps) {
  const words = useWords();
  const Icon = TOOL_ICONS[tool];
  const choose = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    if (!isPresent) onChoose(tool);
  };
  return (
    <a
      href={pathOfKind(tool)}
      data-tool={tool}
      aria-current={isPresent ? "page" : undefined}
      onClick={choose}
      className={classNames(
        "control-height flex shrink-0 items-center gap-2.5 rounded-md px-3 text-sm font-medium whitespace-nowrap transition-colors",
        isPresent ? "bg-hover text-text" : "text-muted hover:bg-hover hover:text-text",
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      {words(TASK_KIND_NAMES[tool])}
    </a>
  );
}
