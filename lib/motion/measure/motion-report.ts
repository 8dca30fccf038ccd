import type { CameraAxis, CameraType } from "#lib/kling/camera.ts";
import type { CameraControl } from "../camera.ts";
import type { Path } from "../document.ts";
import type { LabelBuffer, Region } from "../labels.ts";

/** What was asked for, in pixels of the frames that are measured. */
export type MotionIntent = {
  /** Regions and still area; of the frames' size. */
  readonly labels: LabelBuffer;
  readonly paths: Readonly<Partial<Record<Region, Path>>>;
  /** In our names of the axes; null when no camera move was asked for. */
  readonly camera: CameraControl | null;
};

/** A place in the picture as shares of its width and height, from the upper left corner. */
export type SharePoint = { readonly x: number; readonly y: number };

export type RegionReport = {
  readonly region: Region;
  readonly intended: readonly SharePoint[];
  /** One point per frame, from where the path begins. */
  readonly actual: readonly SharePoint[];
  /** How far the two ways are apart, but for a tenth of them (`waysApart`), as a share of the width. */
  readonly errorShare: number;
  /** 0 to 100 */
  readonly score: number;
};

export type CameraReport = {
  readonly move: CameraAxis | Exclude<CameraType, "simple">;
  /** The ready-made moves have one direction, which counts as 1. */
  readonly intendedSign: 1 | -1;
  /** 0: no such move is seen. */
  readonly measuredSign: 1 | 0 | -1;
  readonly agrees: boolean;
  /** What share of everything that moved the intended move explains, 0 to 1. */
  readonly explainedShare: number;
  /** The single axis that explains most; null when hardly anything moves. Looking and moving differ by perspective only. */
  readonly looksLike: CameraAxis | null;
  /** 0 to 100 */
  readonly score: number;
};

/** How a clip answers what was drawn. */
export type MotionReport = {
  /** 0 to 100; null when nothing could be compared. */
  readonly score: number | null;
  readonly regions: readonly RegionReport[];
  /** The farthest that the still area ever was from its place, as a share of the width; null without such an area. */
  readonly stillDriftShare: number | null;
  readonly camera: CameraReport | null;
};
