import type { Path } from "../document.ts";
import type { Region } from "../labels.ts";
import { snapStart } from "../path/snap-start.ts";
import { tidyPath } from "../path/tidy-path.ts";
import type { BrushEffect } from "./brush-effect.ts";
import type { BrushState } from "./brush-state.ts";
import { became, refused, type Step, type World } from "./step.ts";

/** `path: null` has shrunk to a point. A start that is new comes to lie on its region. */
export type PathWish = { readonly region: Region; readonly path: Path | null; readonly isStartNew: boolean };

const SNAPPED: BrushEffect = { type: "hint", hint: "start-snapped" };

/** Puts a path that can be sent into the document, or says why not. */
export function commitPath(
  state: BrushState,
  { region, path, isStartNew }: PathWish,
  { labels }: World,
): Step {
  const tidy = path && tidyPath(path, state.picture);
  if (tidy === null) return refused(state, "path-too-short");
  const snapped = isStartNew ? snapStart(labels, region, tidy) : { path: tidy, isSnapped: false };
  const last = tidyPath(snapped.path, state.picture);
  if (last === null) return refused(state, "path-too-short");
  const chosen = state.chosen?.region === region ? state.chosen : { region, point: null };
  const commit: BrushEffect = { type: "commit", operation: { type: "path", region, path: last } };
  return became({ ...state, chosen }, commit, ...(snapped.isSnapped ? [SNAPPED] : []));
}
