import { IMAGE_LIMITS } from "./limits.ts";

/** What upstream asks of a file, by the field it stands in. Sides in pixels, lengths in seconds; absent means unstated. */
export type MediaLimits = {
  readonly type: "image" | "video" | "audio";
  readonly maxBytes?: number;
  readonly mimeTypes: readonly string[];
  readonly minSidePx?: number;
  readonly maxSidePx?: number;
  /** Longer side over shorter side. */
  readonly maxRatio?: number;
  readonly minSeconds?: number;
  readonly maxSeconds?: number;
  readonly minFps?: number;
  readonly maxFps?: number;
  readonly source: string;
};

const MB = 1024 * 1024;
const VIDEO_TYPES = ["video/mp4", "video/quicktime"] as const;
const AUDIO_TYPES = ["audio/mpeg", "audio/wav", "audio/mp4", "audio/aac"] as const;

/** The limits that api-reference §1.8 and §3–§4 state, by name. Narrower ones of a mode or a model are rules of the kind. */
export const MEDIA_LIMITS = {
  image: { type: "image", ...IMAGE_LIMITS, source: "off-26 §1.8" },
  /** The ratio is not stated for these, so it is not asked. */
  looseImage: {
    type: "image",
    maxBytes: IMAGE_LIMITS.maxBytes,
    minSidePx: IMAGE_LIMITS.minSidePx,
    mimeTypes: IMAGE_LIMITS.mimeTypes,
    source: "off-26 §1.8 (ratio not stated for scene, style and try-on pictures)",
  },
  motionImage: { type: "image", ...IMAGE_LIMITS, maxSidePx: 65_536, source: "off-26 §3.5, S003" },
  mask: {
    type: "image",
    maxBytes: IMAGE_LIMITS.maxBytes,
    mimeTypes: IMAGE_LIMITS.mimeTypes,
    source: "off-26 §3.2",
  },
  referenceVideo: {
    type: "video",
    maxBytes: 200 * MB,
    mimeTypes: VIDEO_TYPES,
    minSidePx: 720,
    maxSidePx: 2160,
    minSeconds: 3,
    maxSeconds: 15.5,
    minFps: 24,
    maxFps: 60,
    source: "off-26 §3.4; upd 2026-06-17",
  },
  motionVideo: {
    type: "video",
    maxBytes: 100 * MB,
    mimeTypes: VIDEO_TYPES,
    minSidePx: 340,
    maxSidePx: 3850,
    minSeconds: 3,
    maxSeconds: 30,
    source: "off-26 §3.5, S003",
  },
  /** 60 s since 2025-06-30 (upd); the older page says 10. */
  lipSyncVideo: {
    type: "video",
    maxBytes: 100 * MB,
    mimeTypes: VIDEO_TYPES,
    minSidePx: 512,
    maxSidePx: 2160,
    minSeconds: 2,
    maxSeconds: 60,
    source: "comfy-oas, dmx, off-26 §3.7, §3.8",
  },
  editVideo: {
    type: "video",
    maxBytes: 100 * MB,
    mimeTypes: VIDEO_TYPES,
    minSidePx: 720,
    maxSidePx: 2160,
    minSeconds: 2,
    maxSeconds: 10,
    minFps: 24,
    maxFps: 60,
    source: "off-26 §3.11",
  },
  soundlessVideo: {
    type: "video",
    maxBytes: 100 * MB,
    mimeTypes: VIDEO_TYPES,
    minSeconds: 3,
    maxSeconds: 20,
    source: "off-26 §3.12",
  },
  elementVideo: {
    type: "video",
    maxBytes: 200 * MB,
    mimeTypes: VIDEO_TYPES,
    minSidePx: 1080,
    maxSidePx: 1920,
    minSeconds: 3,
    maxSeconds: 8,
    source: "off-26 §4.3",
  },
  /** An earlier clip that is made longer: at most three minutes in all. */
  extendedVideo: { type: "video", mimeTypes: VIDEO_TYPES, maxSeconds: 180, source: "off-26 §3.6" },
  lipSyncSound: {
    type: "audio",
    maxBytes: 5 * MB,
    mimeTypes: AUDIO_TYPES,
    minSeconds: 2,
    maxSeconds: 60,
    source: "off-26 §3.7, §3.8",
  },
  avatarSound: {
    type: "audio",
    maxBytes: 5 * MB,
    mimeTypes: AUDIO_TYPES,
    minSeconds: 2,
    maxSeconds: 300,
    source: "off-26 §3.9",
  },
  /** A clean single voice, from a sound or a video file. */
  voiceSample: {
    type: "audio",
    mimeTypes: ["audio/mpeg", "audio/wav", ...VIDEO_TYPES],
    minSeconds: 5,
    maxSeconds: 30,
    source: "off-26 §4.4",
  },
} as const satisfies Record<string, MediaLimits>;

export type MediaLimit = keyof typeof MEDIA_LIMITS;
