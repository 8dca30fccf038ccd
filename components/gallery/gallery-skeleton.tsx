import { CARD_GRID, CARD_TEXT } from "#components/ui/grid/card-grid-style.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";

const PLACES = ["a", "b", "c", "d", "e", "f", "g", "h"];

/** Holds the places of cards to come. */
export function GallerySkeleton() {
  return (
    <div aria-hidden className={`${CARD_GRID} pt-5`}>
      {PLACES.map((place) => (
        <div key={place}>
          <Skeleton className="aspect-video rounded-lg" />
          <div className={CARD_TEXT}>
            <Skeleton className="h-4 w-11/12" />
            <Skeleton className="mt-2 h-3 w-1/2" />
          </div>
        </div>
      ))}
    </div>
  );
}
