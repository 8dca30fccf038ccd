import type { ElementTagId } from "./element-tags.ts";
import type { TaskKind } from "./task-kinds.ts";
import type { UpstreamId } from "./upstreams.ts";

/** The libraries that an upstream account has, by the kind of task that fills them. No query spans two of them (upd). */
export const LIBRARY_KINDS = [
  "custom-elements",
  "advanced-custom-elements",
  "custom-voices",
] as const satisfies readonly TaskKind[];

export type LibraryKind = (typeof LIBRARY_KINDS)[number];

/** An element of the house, as an upstream lists it. */
export type PresetElement = {
  /** A long beyond 2^53, as text. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly tagIds: readonly ElementTagId[];
  /** Upstream's own picture of it; null where it tells none. */
  readonly pictureUrl: string | null;
};

/** A voice of the house. */
export type PresetVoice = {
  readonly id: string;
  readonly name: string;
  /** Upstream's own sample of it; null where it tells none. */
  readonly trialUrl: string | null;
};

type Place = { readonly provider: string; readonly preset?: UpstreamId | string };

/**
 * Whether a connection has this library. `stated`: its own documents say so. `unstated`: it speaks Kling's paths, and no page of it
 * tells of this one. `none`: its dialect has no words for it (§10.2, §10.3).
 */
export function librarySupport(
  { provider, preset }: Place,
  kind: LibraryKind,
): "stated" | "unstated" | "none" {
  switch (provider) {
    case "sandbox":
      return "stated";
    case "native":
      return STATED.some((known) => known === preset) ? "stated" : "unstated";
    case "unified":
      return kind === "custom-elements" ? "stated" : "none";
    default:
      return "none";
  }
}

/** §4.3, §4.4; a Framewright answers as Kling does. */
const STATED = ["official_global", "official_china", "framewright"] as const satisfies readonly UpstreamId[];
