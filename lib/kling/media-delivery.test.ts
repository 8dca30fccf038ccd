import { describe, expect, test } from "vitest";
import { type DeliveryFacts, deliveryOf } from "./media-delivery.ts";
import type { MediaField } from "./requests/media-field.ts";
import type { TaskKind } from "./task-kinds.ts";
import { UPSTREAMS } from "./upstreams.ts";

const PUBLIC: DeliveryFacts = { isStudioPublic: true, base64: UPSTREAMS.official_global.base64 };
const HIDDEN: DeliveryFacts = { ...PUBLIC, isStudioPublic: false };
const URLS_ONLY: DeliveryFacts = { isStudioPublic: false, base64: UPSTREAMS.generations.base64 };

const TYPES: Readonly<Record<string, MediaField["type"]>> = {
  image: "image",
  mask: "mask",
  video_url: "video",
  voice_url: "audio",
  sound_file: "audio",
  audio_file: "audio",
  audio_url: "audio",
  video_id: "output",
  audio_id: "output",
};

type File = {
  readonly kind: TaskKind;
  readonly path: string;
  readonly bytes?: number;
  readonly upstreamId?: string;
};

function deliver({ kind, path, bytes = 1000, upstreamId }: File, facts: DeliveryFacts) {
  const name = path.split(".").at(-1) ?? path;
  const field = { type: TYPES[name] ?? "image", limit: "image" } as const;
  const media = { path, reference: "asset_1", field };
  const delivery = deliveryOf({ kind, media, file: { bytes, upstreamId: upstreamId ?? null }, facts });
  return delivery.ok ? `${delivery.way} ${delivery.field}` : delivery.problem;
}

describe("a studio that can be reached gives addresses", () => {
  test.each([
    ["image2video", "image", "address image"],
    ["image2video", "dynamic_masks[0].mask", "address mask"],
    ["motion-control", "video_url", "address video_url"],
    ["avatar", "sound_file", "address sound_file"],
    ["custom-voices", "voice_url", "address voice_url"],
    ["lip-sync", "input.audio_url", "address audio_url"],
    // This field is for the file itself (§3.7).
    ["lip-sync", "input.audio_file", "base64 audio_file"],
  ] as const)("%s %s: %s", (kind, path, expected) => {
    expect(deliver({ kind, path }, PUBLIC)).toBe(expected);
  });
});

describe("a hidden studio sends what may travel in a body, and refuses the rest", () => {
  test.each([
    ["image2video", "image", "base64 image"],
    ["image2video", "dynamic_masks[0].mask", "base64 mask"],
    ["motion-control", "video_url", "needs_address"],
    ["avatar", "sound_file", "base64 sound_file"],
    ["custom-voices", "voice_url", "needs_address"],
    // The older lip-sync has another field for the same sound.
    ["lip-sync", "input.audio_url", "base64 audio_file"],
  ] as const)("%s %s: %s", (kind, path, expected) => {
    expect(deliver({ kind, path }, HIDDEN)).toBe(expected);
  });

  test("up to the limits, which are those of the file and not of its base64", () => {
    const image = { kind: "image2video", path: "image" } as const;
    const tenMegabytes = 10 * 1024 * 1024;
    expect(deliver({ ...image, bytes: tenMegabytes }, HIDDEN)).toBe("base64 image");
    expect(deliver({ ...image, bytes: tenMegabytes + 1 }, HIDDEN)).toBe("too_large");
    expect(deliver({ ...image, bytes: tenMegabytes + 1 }, PUBLIC)).toBe("address image");
    expect(deliver({ kind: "avatar", path: "sound_file", bytes: tenMegabytes }, HIDDEN)).toBe("too_large");
  });

  test("nothing at all where only addresses are taken", () => {
    expect(deliver({ kind: "image2video", path: "image" }, URLS_ONLY)).toBe("needs_address");
  });
});

describe("an earlier result", () => {
  test.each(["video-extend", "lip-sync", "identify-face"] as const)("of %s goes by its id there", (kind) => {
    expect(deliver({ kind, path: "video_id", upstreamId: "v1" }, HIDDEN)).toBe("upstream_id video_id");
  });

  test.each([
    ["video-extend", "video_id", "made_elsewhere", "made_elsewhere"],
    ["identify-face", "video_id", "address video_url", "needs_address"],
    ["video-to-audio", "video_id", "address video_url", "needs_address"],
    ["custom-voices", "video_id", "address voice_url", "needs_address"],
    ["avatar", "audio_id", "address sound_file", "base64 sound_file"],
    ["advanced-lip-sync", "face_choose[0].audio_id", "address sound_file", "base64 sound_file"],
  ] as const)(
    "of another upstream is sent to %s as a file where it takes one",
    (kind, path, open, hidden) => {
      expect(deliver({ kind, path }, PUBLIC)).toBe(open);
      expect(deliver({ kind, path }, HIDDEN)).toBe(hidden);
    },
  );
});
