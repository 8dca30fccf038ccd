import type { TaskKind } from "../../task-kinds.ts";
import { countAt } from "./exclusions.ts";
import type { Point } from "./grid.ts";

/** How a point of each of these kinds looks as a body: complete, and with nothing beside the point. Not yet parsed. */
export const BODIES: Readonly<Partial<Record<TaskKind, (point: Point) => object>>> = {
  text2video: (point) => ({
    ...settings(point, ["model_name", "mode", "duration", "sound", "aspect_ratio"]),
    prompt: "a paper boat",
    ...camera(point),
    ...shots(point),
  }),
  image2video: (point) => ({
    ...settings(point, ["model_name", "mode", "duration", "sound"]),
    prompt: "a paper boat",
    ...(point.image === true && { image: PICTURE }),
    ...(point.image_tail === true && { image_tail: PICTURE }),
    ...(STATIC.includes(point.masks ?? "") && { static_mask: PICTURE }),
    ...(DYNAMIC.includes(point.masks ?? "") && { dynamic_masks: [{ mask: PICTURE, trajectories: PATH }] }),
    ...camera(point),
    ...shots(point),
    ...elements(point),
    ...(countAt(point, "voices") > 0 && { voice_list: times(countAt(point, "voices"), { voice_id: "v" }) }),
  }),
  "multi-image2video": (point) => ({
    ...settings(point, ["model_name", "mode", "duration", "aspect_ratio"]),
    prompt: "a paper boat",
    image_list: times(countAt(point, "images"), { image: PICTURE }),
  }),
  "omni-video": (point) => ({
    ...settings(point, ["model_name", "mode", "duration", "sound", "aspect_ratio"]),
    prompt: "a paper boat",
    ...shots(point),
    ...elements(point),
    ...omniImages(point),
    ...(point.video !== "none" && { video_list: [{ video_url: FILM, refer_type: point.video }] }),
  }),
  "motion-control": (point) => ({
    ...settings(point, ["model_name", "mode", "character_orientation", "keep_original_sound"]),
    image_url: PICTURE,
    video_url: FILM,
    ...elements(point),
  }),
  effects: (point) => ({
    effect_scene: point.effect_scene,
    input: {
      ...settings(point, ["model_name", "mode", "duration"]),
      ...(countAt(point, "images") === 1 && { image: PICTURE }),
      ...(countAt(point, "images") === 2 && { images: [PICTURE, PICTURE] }),
    },
  }),
  "multi-elements": (point) => ({
    ...settings(point, ["model_name", "mode", "duration", "edit_mode"]),
    session_id: "session",
    prompt: "a paper boat",
    ...(countAt(point, "images") > 0 && { image_list: times(countAt(point, "images"), { image: PICTURE }) }),
  }),
};

/** Whether there is a request at this point at all: some must have a file, and lists have an end. */
export function isComplete(kind: TaskKind, point: Point): boolean {
  if (kind === "image2video")
    return point.image === true || (point.image_tail === true && point.masks === "none");
  if (kind === "multi-image2video") return countAt(point, "images") > 0;
  // The list of pictures has room for seven, the frames among them.
  if (kind === "omni-video") return point.frames === "none" || countAt(point, "images") <= 5;
  return true;
}

const PICTURE = "asset_01JCQZZZZZZZZZZZZZZZZZZZZA";
const FILM = "https://example.com/film.mp4";
const PATH = [
  { x: 0, y: 0 },
  { x: 9, y: 9 },
];
const STATIC: readonly unknown[] = ["static", "both"];
const DYNAMIC: readonly unknown[] = ["dynamic", "both"];

function settings(point: Point, names: readonly string[]): object {
  return Object.fromEntries(
    names.filter((name) => point[name] !== "default").map((name) => [name, point[name]]),
  );
}

function camera(point: Point): object {
  if (point.camera === "none") return {};
  return {
    camera_control: { type: point.camera, ...(point.camera === "simple" && { config: { zoom: 5 } }) },
  };
}

function shots({ multi_shot, duration }: Point): object {
  if (multi_shot === "none") return {};
  const multi_prompt = [{ index: 1, prompt: "a paper boat", duration }];
  return { multi_shot: true, shot_type: multi_shot, ...(multi_shot === "customize" && { multi_prompt }) };
}

function elements(point: Point): object {
  const count = countAt(point, "elements");
  return count === 0 ? {} : { element_list: times(count, { element_id: "842130978230767622" }) };
}

function omniImages(point: Point): object {
  const frames = [
    ...(point.frames === "none" ? [] : [{ image_url: PICTURE, type: "first_frame" }]),
    ...(point.frames === "first_end" ? [{ image_url: PICTURE, type: "end_frame" }] : []),
  ];
  const image_list = [...frames, ...times(countAt(point, "images"), { image_url: PICTURE })];
  return image_list.length === 0 ? {} : { image_list };
}

function times<Item>(count: number, item: Item): readonly Item[] {
  return Array.from({ length: count }, () => item);
}
