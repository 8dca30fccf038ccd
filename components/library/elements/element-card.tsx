"use client";

import { useTranslations } from "use-intl/react";
import { Badge } from "#components/ui/badge.tsx";
import { useWords } from "#components/ui/use-words.ts";
import type { LibraryElement } from "#lib/contract/library.ts";
import { ELEMENT_TAG_NAMES } from "#lib/kling/element-tags.ts";
import { ElementPicture } from "./element-picture.tsx";

type Props = { element: LibraryElement; onOpen: () => void };

/** One element: its front, its name, what it is, and where it is kept. */
export function ElementCard({ element, onOpen }: Props) {
  const t = useTranslations("library.elements");
  const words = useWords();
  const tags = element.tagIds.map((id) => words(ELEMENT_TAG_NAMES[id]));
  return (
    <button
      type="button"
      onClick={onOpen}
      className="group flex h-full w-full flex-col overflow-hidden rounded-lg border border-line bg-surface text-left shadow-card -outline-offset-2 transition-colors hover:border-line-strong hover:bg-hover"
    >
      <ElementPicture
        assetId={element.frontAssetId ?? element.videoAssetIds[0] ?? null}
        className="aspect-square w-full"
      />
      <span className="flex w-full flex-col gap-1 p-3">
        <span className="truncate font-medium text-sm">{element.name}</span>
        <span className="line-clamp-2 text-muted text-xs">{element.description}</span>
        <span className="mt-1 flex flex-wrap gap-1">
          <Badge>{t(`libraries.${element.library}`)}</Badge>
          {tags.map((tag) => (
            <Badge key={tag} tone="accent">
              {tag}
            </Badge>
          ))}
        </span>
      </span>
    </button>
  );
}
