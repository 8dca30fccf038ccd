import { describe, expect, test } from "vitest";
import { alongPath, measurePath } from "../along-path.ts";
import { type CameraControl, endOf, partWay } from "../camera.ts";
import type { Path } from "../document.ts";
import { seenAt } from "../frame/project.ts";
import { emptyLabels, type Label, type LabelBuffer, STILL } from "../labels.ts";
import { imagePoint } from "../point.ts";
import { reportCamera } from "./camera-report.ts";
import { followPicture } from "./follow-picture.ts";
import { IDENTITY } from "./homography.ts";
import { measureClip } from "./measure-clip.ts";
import { CLIP_SIZE, film, ground, type Scene } from "./synthetic-clip.fixture.ts";

type Inside = (x: number, y: number) => boolean;

function painted(...areas: readonly (readonly [Label, Inside])[]): LabelBuffer {
  const labels = emptyLabels(CLIP_SIZE);
  for (let pixel = 0; pixel < labels.owners.length; pixel += 1) {
    const x = pixel % CLIP_SIZE.widthPx;
    const y = Math.floor(pixel / CLIP_SIZE.widthPx);
    labels.owners[pixel] = areas.find(([, isIn]) => isIn(x, y))?.[0] ?? 0;
  }
  return labels;
}

const disc =
  (x: number, y: number, radius: number): Inside =>
  (atX, atY) =>
    Math.hypot(atX - x, atY - y) <= radius;
const path = (...points: readonly (readonly [number, number])[]): Path =>
  points.map(([x, y]) => imagePoint(x, y));

/** A thing with a pattern of its own that goes a way at a steady pace over the ground. */
function mover(isIn: Inside, way: Path, under: Scene = atRest): Scene {
  const measured = measurePath(way);
  const start = alongPath(measured, 0);
  return (fraction) => {
    const now = alongPath(measured, fraction);
    const behind = under(fraction);
    return (x, y) => {
      const [backX, backY] = [x - now.x + start.x, y - now.y + start.y];
      return isIn(backX, backY) ? 150 + 60 * Math.sin(backX / 3) * Math.cos(backY / 4) : behind(x, y);
    };
  };
}

const atRest: Scene = () => ground;

const BALL = disc(80, 90, 26);
const RIGHT = path([80, 90], [220, 90]);
const noCamera = { camera: null };

describe("regions and their ways", () => {
  test.each<[string, Path]>([
    ["straight", RIGHT],
    ["steep and short", path([80, 90], [90, 60])],
    ["round a corner", path([80, 90], [170, 50], [240, 130])],
    ["there and back", path([80, 90], [180, 90], [100, 120])],
  ])("a region that goes as drawn, %s, is found within 1 % of the width", (_name, way) => {
    const clip = film(mover(BALL, way));
    const report = measureClip(clip, { labels: painted([1, BALL]), paths: { 1: way }, ...noCamera });
    expect(report.regions[0]?.errorShare).toBeLessThan(0.01);
    expect(report.score).toBeGreaterThanOrEqual(95);
  });

  test("a region of one colour is followed by its border", () => {
    const plain: Scene = (fraction) => (x, y) => (BALL(x - 140 * fraction, y) ? 230 : ground(x, y));
    const report = measureClip(film(plain), { labels: painted([1, BALL]), paths: { 1: RIGHT }, ...noCamera });
    expect(report.regions[0]?.errorShare).toBeLessThan(0.015);
  });

  test("six regions at once keep apart", () => {
    const balls = [1, 2, 3, 4, 5, 6].map((region) => {
      const [x, y] = [30 + ((region - 1) % 3) * 100, 45 + Math.floor((region - 1) / 3) * 85];
      const isIn = disc(x, y, 16);
      return {
        region: region as Label,
        isIn,
        way: path([x, y], [x + 50, y + (region % 2 === 0 ? 18 : -18)]),
      };
    });
    const scene = balls.reduce<Scene>((under, { isIn, way }) => mover(isIn, way, under), atRest);
    const labels = painted(...balls.map(({ region, isIn }) => [region, isIn] as const));
    const paths = Object.fromEntries(balls.map(({ region, way }) => [region, way]));
    const report = measureClip(film(scene), { labels, paths, ...noCamera });
    expect(report.regions).toHaveLength(6);
    for (const { errorShare } of report.regions) expect(errorShare).toBeLessThan(0.02);
  });

  test.each<[string, Scene]>([
    ["does not move", mover(BALL, path([80, 90], [80, 90]))],
    ["goes the other way", mover(BALL, path([80, 90], [0, 90]))],
    ["goes up and not to the right", mover(BALL, path([80, 90], [80, 40]))],
  ])("a region that %s is worth little", (_name, scene) => {
    const report = measureClip(film(scene), { labels: painted([1, BALL]), paths: { 1: RIGHT }, ...noCamera });
    expect(report.score).toBeLessThan(15);
  });

  test("half the way is worth about half", () => {
    const half = film(mover(BALL, path([80, 90], [150, 90])));
    const { score } = measureClip(half, { labels: painted([1, BALL]), paths: { 1: RIGHT }, ...noCamera });
    expect(score).toBeGreaterThan(40);
    expect(score).toBeLessThan(60);
  });

  test("a region without a way is not judged", () => {
    const report = measureClip(film(atRest), { labels: painted([1, BALL]), paths: {}, ...noCamera });
    expect(report).toEqual({ score: null, regions: [], stillDriftShare: null, camera: null });
  });
});

describe("what must stay still", () => {
  const labels = painted([STILL, (x) => x > 200]);

  test("drifts less than 0.5 % where nothing moves, even with a region that passes by", () => {
    const clip = film(mover(BALL, RIGHT));
    expect(measureClip(clip, { labels, paths: {}, ...noCamera }).stillDriftShare).toBeLessThan(0.005);
  });

  test("its drift is told where all slides away", () => {
    const slides: Scene = (fraction) => (x, y) => ground(x + 20 * fraction, y);
    const report = measureClip(film(slides), { labels, paths: {}, ...noCamera });
    expect(report.stillDriftShare).toBeCloseTo(20 / 320, 2);
    expect(report.score).toBe(0);
  });
});

describe("the camera", () => {
  const filmed = (control: CameraControl) =>
    film((fraction) => {
      const seen = seenAt(partWay(endOf(control), fraction), CLIP_SIZE);
      return (x, y) => {
        const place = seen({ x: x + 0.5, y: y + 0.5 });
        return ground(place.x, place.y);
      };
    });
  const labels = emptyLabels(CLIP_SIZE);
  const simple = (axis: string, value: number): CameraControl => ({
    type: "simple",
    config: { [axis]: value },
  });

  const AXES = ["horizontal", "vertical", "pan", "tilt", "roll", "zoom"].flatMap((axis) => [
    [axis, 7] as const,
    [axis, -7] as const,
  ]);

  test.each(AXES)(
    "%s %d: sign and axis are seen, and the opposite is seen as the opposite",
    (axis, value) => {
      const clip = filmed(simple(axis, value));
      const view = followPicture(clip).at(-1) ?? IDENTITY;
      const right = reportCamera(simple(axis, value), view, CLIP_SIZE);
      expect(right).toMatchObject({ agrees: true, measuredSign: Math.sign(value), looksLike: axis });
      expect(right?.score).toBeGreaterThan(95);
      const wrong = reportCamera(simple(axis, -value), view, CLIP_SIZE);
      expect(wrong).toMatchObject({ agrees: false, measuredSign: Math.sign(value), score: 0 });
    },
  );

  test.each(["down_back", "forward_up", "right_turn_forward", "left_turn_forward"] as const)("%s", (type) => {
    const { camera } = measureClip(filmed({ type }), { labels, paths: {}, camera: { type } });
    expect(camera).toMatchObject({ move: type, agrees: true });
  });

  test("a camera that stands still does nothing that was asked for", () => {
    const { camera } = measureClip(film(atRest), { labels, paths: {}, camera: simple("zoom", 5) });
    expect(camera).toMatchObject({ agrees: false, measuredSign: 0, looksLike: null, score: 0 });
  });

  test("another axis than the one asked for is named", () => {
    const { camera } = measureClip(filmed(simple("roll", 8)), {
      labels,
      paths: {},
      camera: simple("zoom", 5),
    });
    expect(camera).toMatchObject({ agrees: false, looksLike: "roll" });
  });
});

test("frames of one colour have no motion, and nothing is claimed", () => {
  const labels = painted([1, BALL], [STILL, (x) => x > 250]);
  const report = measureClip(
    film(() => () => 90),
    { labels, paths: { 1: RIGHT }, camera: { type: "forward_up" } },
  );
  expect(report.regions[0]?.actual.at(-1)).toEqual(report.regions[0]?.actual[0]);
  expect(report.camera?.measuredSign).toBe(0);
});
