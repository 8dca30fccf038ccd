"use client";

import { ImagePlay, type LucideIcon, Type } from "lucide-react";
import type { MouseEvent } from "react";
import { useTranslations } from "use-intl/react";
import { classNames } from "#components/ui/class-names.ts";
import { useWords } from "#components/ui/use-words.ts";
import { CLIP_KIND_NAMES, CLIP_KINDS, type ClipKind } from "#lib/kling/task-kinds.ts";
import { pathOfKind } from "./tools.ts";

const ICONS: Readonly<Record<ClipKind, LucideIcon>> = { text2video: Type, image2video: ImagePlay };

type Props = { kind: ClipKind; onChoose: (kind: ClipKind) => void };

/** Real links, so that a tool can be opened in another tab; a plain click stays here and keeps everything. */
export function ToolList({ kind, onChoose }: Props) {
  const t = useTranslations("create");
  const words = useWords();
  const choose = (event: MouseEvent, chosen: ClipKind) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    onChoose(chosen);
  };
  return (
    <nav
      aria-label={t("tools")}
      className="flex gap-1 max-lg:rounded-lg max-lg:bg-sunken max-lg:p-1 lg:flex-col"
    >
      {CLIP_KINDS.map((tool) => {
        const Icon = ICONS[tool];
        return (
          <a
            key={tool}
            href={pathOfKind(tool)}
            aria-current={tool === kind ? "page" : undefined}
            onClick={(event) => choose(event, tool)}
            className={classNames(
              "control-height flex items-center gap-2.5 rounded-md px-3 text-sm font-medium transition-colors max-lg:flex-1 max-lg:justify-center",
              tool === kind
                ? "bg-hover text-text max-lg:bg-raised max-lg:shadow-card"
                : "text-muted hover:bg-hover hover:text-text",
            )}
          >
            <Icon aria-hidden className="size-4 shrink-0" />
            {words(CLIP_KIND_NAMES[tool])}
          </a>
        );
      })}
    </nav>
  );
}
