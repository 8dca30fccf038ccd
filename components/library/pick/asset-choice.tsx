"use client";

import { useId } from "react";
import { useWords } from "#components/ui/use-words.ts";
import type { Asset } from "#lib/contract/assets.ts";
import { fileProblems } from "#lib/kling/kinds/rules/file-rules.ts";
import { MEDIA_LIMITS, type MediaLimit } from "#lib/kling/media-limits.ts";
import { useFileFacts } from "../use-file-facts.ts";
import { AssetFace } from "./asset-face.tsx";

type Props = { asset: Asset; limit: MediaLimit; onPick: () => void };

export function AssetChoice({ asset, limit, onPick }: Props) {
  const id = useId();
  const words = useWords();
  const facts = useFileFacts();
  const [problem] = fileProblems(asset, MEDIA_LIMITS[limit]);
  return (
    <button
      type="button"
      onClick={() => problem === undefined && onPick()}
      aria-disabled={problem !== undefined}
      aria-label={asset.name}
      aria-describedby={id}
      className="group block w-full rounded-md text-left outline-offset-2"
    >
      <AssetFace
        asset={asset}
        className="aspect-square w-full rounded-md transition-opacity group-hover:opacity-85 group-aria-disabled:opacity-40"
      />
      <span className="mt-1.5 block truncate text-xs">{asset.name}</span>
      <span
        id={id}
        className={
          problem ? "block text-warning-text text-xs" : "block truncate text-faint text-xs tabular-nums"
        }
      >
        {problem ? words(problem.message) : facts(asset).join(" · ")}
      </span>
    </button>
  );
}
