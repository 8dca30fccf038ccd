"use client";

import { useTranslations } from "use-intl/react";
import type { ConnectionView } from "#lib/contract/connections.ts";
import { type LibraryKind, librarySupport } from "#lib/kling/library.ts";
import { placesWithout } from "./places.ts";

type Props = { places: readonly ConnectionView[]; kinds: readonly LibraryKind[] };

/** Which connections do not have this, and which do not say. */
export function PlaceNotes({ places, kinds }: Props) {
  const t = useTranslations("library.places");
  const without = placesWithout(places, kinds);
  const unstated = places.filter((place) => kinds.some((kind) => librarySupport(place, kind) === "unstated"));
  if (without.length + unstated.length === 0) return null;
  const names = (some: readonly ConnectionView[]) => some.map(({ name }) => name).join(", ");
  return (
    <div className="flex flex-col gap-1 text-muted text-xs">
      {without.length > 0 && <p>{t("without", { names: names(without) })}</p>}
      {unstated.length > 0 && <p>{t("unstated", { names: names(unstated) })}</p>}
    </div>
  );
}
