"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslations } from "use-intl/react";
import { indexAfterKey } from "#components/ui/grid/grid-keys.ts";
import { useGridLayout } from "#components/ui/grid/use-grid-layout.ts";
import { cardOf, useRovingFocus } from "#components/ui/grid/use-roving-focus.ts";
import { useVisibleRows } from "#components/ui/grid/use-visible-rows.ts";
import type { Asset } from "#lib/contract/assets.ts";
import { AssetCard } from "./asset-card.tsx";
import { ASSET_GRID } from "./asset-grid-style.ts";

type Props = {
  assets: readonly Asset[];
  nameOf: (userId: string | null) => string | null;
  hasMore: boolean;
  isLoadingMore: boolean;
  onWantMore: () => void;
  onOpen: (asset: Asset) => void;
};

/** Every loaded file, but only the visible rows in the document. Arrow keys walk, Enter opens. */
export function AssetGrid({ assets, nameOf, hasMore, isLoadingMore, onWantMore, onOpen }: Props) {
  const t = useTranslations("library.assets");
  const grid = useRef<HTMLUListElement>(null);
  const layout = useGridLayout(grid);
  const columns = layout?.columns ?? 1;
  const rows = useVisibleRows(assets.length, layout);
  const first = rows.first * columns;
  const shown = assets.slice(first, rows.end * columns);
  const focus = useRovingFocus(grid, shown);

  useEffect(() => {
    if (hasMore && !isLoadingMore && rows.isNearEnd) onWantMore();
  }, [hasMore, isLoadingMore, rows.isNearEnd, onWantMore]);

  const walk = (event: KeyboardEvent) => {
    const index = assets.findIndex((asset) => asset.id === cardOf(event.target));
    if (index === -1 || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = indexAfterKey(event.key, { index, columns, count: assets.length });
    if (next === null) return;
    event.preventDefault();
    rows.scrollTo(Math.floor(next / columns));
    focus.move(assets[next]);
  };

  return (
    <ul
      ref={grid}
      aria-label={t("list")}
      aria-busy={isLoadingMore}
      onKeyDown={walk}
      className={ASSET_GRID}
      style={{ paddingTop: rows.spaceAbovePx, paddingBottom: rows.spaceBelowPx }}
    >
      {shown.map((asset, offset) => (
        <li key={asset.id} aria-posinset={first + offset + 1} aria-setsize={hasMore ? -1 : assets.length}>
          <AssetCard
            asset={asset}
            madeBy={nameOf(asset.createdById)}
            isActive={asset.id === focus.activeId}
            onActivate={focus.setActiveId}
            onOpen={() => onOpen(asset)}
          />
        </li>
      ))}
    </ul>
  );
}
