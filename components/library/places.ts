import type { ConnectionView } from "#lib/contract/connections.ts";
import { type LibraryKind, librarySupport } from "#lib/kling/library.ts";

/** Connections where something of this kind can be made: those that are switched on and whose dialect has words for it. */
export function placesWith(
  places: readonly ConnectionView[],
  kinds: readonly LibraryKind[],
): readonly ConnectionView[] {
  return places.filter(
    (place) => place.isEnabled && kinds.some((kind) => librarySupport(place, kind) !== "none"),
  );
}

/** Connections that have nothing of the kind, for people to know why they are no choice. */
export function placesWithout(
  places: readonly ConnectionView[],
  kinds: readonly LibraryKind[],
): readonly ConnectionView[] {
  return places.filter((place) => kinds.every((kind) => librarySupport(place, kind) === "none"));
}

/** The one asked for while it is a choice, else the default, else the first. */
export function chosenPlace(
  places: readonly ConnectionView[],
  connectionId: string | null,
): ConnectionView | undefined {
  return (
    places.find(({ id }) => id === connectionId) ?? places.find(({ isDefault }) => isDefault) ?? places[0]
  );
}
