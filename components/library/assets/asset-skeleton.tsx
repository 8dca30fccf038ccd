import { Skeleton } from "#components/ui/skeleton.tsx";
import { ASSET_GRID } from "./asset-grid-style.ts";

const PLACES = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];

/** Holds the places of files to come. */
export function AssetSkeleton() {
  return (
    <div aria-hidden className={ASSET_GRID}>
      {PLACES.map((place) => (
        <div key={place}>
          <Skeleton className="aspect-square rounded-lg" />
          <Skeleton className="mt-2 h-4 w-4/5" />
          <Skeleton className="mt-1.5 h-3 w-1/2" />
        </div>
      ))}
    </div>
  );
}
