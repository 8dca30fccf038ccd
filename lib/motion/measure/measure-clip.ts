import type { Path } from "../document.ts";
import { REGIONS, type Region, STILL } from "../labels.ts";
import { areaOf } from "./area-of.ts";
import { reportCamera } from "./camera-report.ts";
import type { Vector } from "./follow-patch.ts";
import { followPicture } from "./follow-picture.ts";
import { followArea } from "./follow-region.ts";
import type { GreyFrame } from "./grey-frame.ts";
import { IDENTITY } from "./homography.ts";
import type { CameraReport, MotionIntent, MotionReport, RegionReport } from "./motion-report.ts";
import { type Pyramid, pyramidOf } from "./pyramid.ts";
import { scoreOf, scoreOfRegion } from "./score.ts";
import { lengthOf, waysApart } from "./ways-apart.ts";

/**
 * Compares a clip with what was drawn for it.
 * @param frames of one size, in order, at most 320 px wide; 16 over the whole clip serve well
 */
export function measureClip(frames: readonly GreyFrame[], intent: MotionIntent): MotionReport {
  const pyramids = frames.map(pyramidOf);
  const regions = REGIONS.flatMap((region) => reportRegion(pyramids, intent, region));
  const stillDriftShare = driftOf(pyramids, intent);
  const camera = cameraOf(frames, intent);
  return { score: scoreOf({ regions, stillDriftShare, camera }), regions, stillDriftShare, camera };
}

function reportRegion(
  pyramids: readonly Pyramid[],
  { labels, paths }: MotionIntent,
  region: Region,
): RegionReport[] {
  const path: Path = paths[region] ?? [];
  const area = areaOf(labels, region);
  const [start] = path;
  if (start === undefined || path.length < 2 || area === null) return [];
  const { widthPx, heightPx } = labels;
  const actual = followArea(pyramids, area).map(({ x, y }) => ({ x: start.x + x, y: start.y + y }));
  const errorShare = waysApart(path, actual) / widthPx;
  const share = ({ x, y }: Vector) => ({ x: x / widthPx, y: y / heightPx });
  return [
    {
      region,
      intended: path.map(share),
      actual: actual.map(share),
      errorShare,
      score: scoreOfRegion(errorShare, lengthOf(path) / widthPx),
    },
  ];
}

function driftOf(pyramids: readonly Pyramid[], { labels }: MotionIntent): number | null {
  const area = areaOf(labels, STILL);
  if (area === null) return null;
  const ways = followArea(pyramids, area).map(({ x, y }) => Math.hypot(x, y));
  return Math.max(0, ...ways) / labels.widthPx;
}

function cameraOf(frames: readonly GreyFrame[], { camera, labels }: MotionIntent): CameraReport | null {
  if (camera === null) return null;
  return reportCamera(camera, followPicture(frames).at(-1) ?? IDENTITY, labels);
}
