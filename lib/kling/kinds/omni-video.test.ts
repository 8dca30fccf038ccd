import { describe, expect, test } from "vitest";
import type { RequestOf } from "../requests/request.ts";
import { isSendable } from "../violation.ts";
import { check, codes, FILM, filmOf, PICTURE } from "./grid/checked.fixture.ts";

const OMNI = {
  kind: "omni-video",
  model_name: "kling-video-o1",
  prompt: "a boat",
  duration: "5",
  aspect_ratio: "16:9",
} as const;

describe("omni-video", () => {
  const images = (count: number, type?: "first_frame") => [
    ...(type ? [{ image_url: PICTURE, type }] : []),
    ...Array.from({ length: count }, () => ({ image_url: PICTURE })),
  ];
  const elements = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ element_id: String(at + 1) }));
  const base: RequestOf<"omni-video">["video_list"] = [{ video_url: FILM, refer_type: "base" }];
  const feature: RequestOf<"omni-video">["video_list"] = [{ video_url: FILM, refer_type: "feature" }];

  test("takes seven references, four beside a video", () => {
    expect(codes({ ...OMNI, image_list: images(4), element_list: elements(3) })).toEqual([]);
    expect(codes({ ...OMNI, image_list: images(5), element_list: elements(3) })).toEqual([
      "too_many_references",
    ]);
    expect(codes({ ...OMNI, image_list: images(2), element_list: elements(2), video_list: feature })).toEqual(
      [],
    );
    expect(codes({ ...OMNI, image_list: images(3), element_list: elements(2), video_list: feature })).toEqual(
      ["too_many_references"],
    );
  });

  test("frames: an end needs a beginning, an edited video takes neither, O1 no third picture", () => {
    const first = { image_url: PICTURE, type: "first_frame" } as const;
    const end = { image_url: PICTURE, type: "end_frame" } as const;
    const { aspect_ratio: _, ...shapeless } = OMNI;
    expect(codes({ ...OMNI, image_list: [end] })).toEqual(["end_frame_alone"]);
    expect(codes({ ...shapeless, image_list: [first, end] })).toEqual([]);
    expect(codes({ ...shapeless, image_list: [first, end, { image_url: PICTURE }] })).toEqual([
      "end_frame_with_images",
    ]);
    expect(codes({ ...shapeless, image_list: [first], video_list: base })).toEqual(["frames_excluded"]);
    expect(codes({ ...shapeless, image_list: [first, first] })).toEqual(["first_frame_repeated"]);
    expect(codes({ ...shapeless, image_list: [first, end], element_list: elements(1) })).toEqual([
      "elements_with_end_frame_unsupported",
    ]);
  });

  test("§10.5 #16: O1 makes 5 or 10 s from text or a first frame, 3 to 10 s with references", () => {
    expect(codes({ ...OMNI, duration: "7" })).toEqual(["duration_unsupported"]);
    expect(codes({ ...OMNI, duration: "7", image_list: images(1) })).toEqual([]);
    expect(codes({ ...OMNI, duration: "11", image_list: images(1) })).toEqual(["duration_unsupported"]);
    expect(codes({ ...OMNI, model_name: "kling-v3-omni", duration: "7" })).toEqual([]);
  });

  test("§10.5 #17: a ratio is wanted unless something gives the shape, and has no effect then", () => {
    const { aspect_ratio: _, ...shapeless } = OMNI;
    expect(codes(shapeless)).toEqual(["aspect_ratio_required"]);
    expect(codes({ ...shapeless, video_list: feature })).toEqual(["aspect_ratio_required"]);
    expect(isSendable(check({ ...shapeless, video_list: feature }, { policy: "warn" }))).toBe(true);
    expect(codes({ ...shapeless, video_list: base })).toEqual([]);
    expect(codes({ ...OMNI, video_list: base })).toEqual(["aspect_ratio_ignored"]);
    expect(codes({ ...OMNI, image_list: images(0, "first_frame") })).toEqual(["aspect_ratio_ignored"]);
  });

  test("a prompt refers only to what is attached, in the order of its list", () => {
    const request = { ...OMNI, image_list: images(1), element_list: elements(2), video_list: feature };
    const prompt = "<<<image_1>>> <<<element_2>>> <<<video_1>>>";
    expect(codes({ ...request, prompt })).toEqual([]);
    expect(codes({ ...OMNI, prompt })).toEqual(Array(3).fill("reference_unattached"));
    expect(codes({ ...request, prompt: "<<<image_0>>>" })).toEqual(["reference_unattached"]);
  });

  test("a film beside O1 takes 10 s at most, beside kling-v3-omni 15", () => {
    const facts = filmOf({ durationSeconds: 12 }, "video_list[0].video_url");
    const request = { ...OMNI, video_list: feature };
    expect(codes(request, { facts })).toEqual(["video_too_long"]);
    expect(codes({ ...request, model_name: "kling-v3-omni" }, { facts })).toEqual([]);
  });
});
