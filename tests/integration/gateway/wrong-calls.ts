import type { JsonObject } from "#lib/kling/dialects/unknown-values.ts";
import type { Endpoint } from "#lib/kling/endpoints.ts";
import type { TaskKind } from "#lib/kling/task-kinds.ts";

/** What the map refuses for the legal body of a kind; without an entry the map refuses nothing of this kind. */
export const UNSUPPORTED: Readonly<Partial<Record<TaskKind, JsonObject>>> = {
  text2video: { model_name: "kling-v2-6", mode: "4k" },
  image2video: { mode: "4k" },
  "multi-image2video": { mode: "4k" },
  "omni-video": { model_name: "kling-video-o1", mode: "4k" },
  "motion-control": { mode: "4k" },
  "lip-sync": {
    input: { video_url: "", mode: "text2video", text: "hello", voice_id: "nobody", voice_language: "en" },
  },
  avatar: { mode: "4k" },
  effects: { effect_scene: "no_such_effect" },
  "multi-elements": { mode: "4k" },
  tts: { voice_id: "nobody" },
  "image-generation": { model_name: "kling-image-o1" },
  "omni-image": { model_name: "kling-v2" },
  "multi-image2image": { model_name: "kling-v1" },
};

export type WrongCall = {
  readonly what: string;
  readonly body?: unknown;
  readonly query?: string;
  /** 1201 unless told. */
  readonly code?: number;
};

const MANY_POINTS = Array.from({ length: 11 }, () => ({ x: 0.5, y: 0.5 }));
const MARKS = { session_id: "a session", frame_index: 0, points: [{ x: 0.5, y: 0.5 }] };

const PAGES = ["pageNum=0", "pageNum=1001", "pageNum=one", "pageSize=0", "pageSize=501", "pageSize=-1"];

const JOBS: Readonly<Record<"unified" | "generations", readonly WrongCall[]>> = {
  unified: [
    { what: "no model", body: { prompt: "x" } },
    { what: "a model of a wrong type", body: { model: { a: 1 }, prompt: "x" } },
    { what: "an unknown model", body: { model: "Kling-V9", prompt: "x" }, code: 1203 },
    { what: "no prompt", body: { model: "Kling-V2.6" } },
    { what: "a prompt too long", body: { model: "Kling-V2.6", prompt: "x".repeat(2501) } },
    { what: "too many seconds", body: { model: "Kling-V2.6", prompt: "x", seconds: 16 } },
    { what: "seconds of a wrong type", body: { model: "Kling-V2.6", prompt: "x", seconds: { a: 1 } } },
    {
      what: "a list of pictures that is none",
      body: { model: "Kling-Video-O1", prompt: "x", image_list: "x" },
    },
    {
      what: "eight pictures",
      body: { model: "Kling-Video-O1", prompt: "x", image_list: Array(8).fill("https://example.com/a.png") },
    },
    { what: "a picture in broken base64", body: { model: "Kling-V2.6", prompt: "x", image: "§ no §" } },
    {
      what: "a film to follow that is missing",
      body: { model: "Kling-V2.6", prompt: "x", action_control: true },
    },
  ],
  generations: [
    { what: "no model", body: { prompt: "x" } },
    { what: "an unknown model", body: { model: "kling-v3-max-loud", prompt: "x" }, code: 1203 },
    { what: "no prompt", body: { model: "kling-v3-std-silent" } },
    { what: "a prompt too long", body: { model: "kling-v3-std-silent", prompt: "x".repeat(2501) } },
    { what: "too long a clip", body: { model: "kling-v3-std-silent", prompt: "x", duration: 16 } },
    {
      what: "an end without a beginning",
      body: { model: "kling-v3-std-silent", prompt: "x", last_image: "https://example.com/a.png" },
    },
    {
      what: "an extra_body that is none",
      body: { model: "kling-v3-std-silent", prompt: "x", extra_body: "x" },
    },
    {
      what: "seven shots",
      body: {
        model: "kling-v3-std-silent",
        extra_body: { multi_prompt: Array(7).fill({ index: 1, prompt: "x", duration: "1" }) },
      },
    },
    {
      what: "a picture in broken base64",
      body: { model: "kling-v3-std-silent", prompt: "x", image: "§ no §" },
    },
  ],
};

/** Calls that must be refused, of the endpoints that order nothing of a kind; those of kinds come out of their schemas. */
export function wrongCallsOf({ operation, dialect }: Endpoint): readonly WrongCall[] {
  switch (operation) {
    case "create":
    case "get":
    case "get_job":
    case "list_preset_voices":
      return [];
    case "create_job":
      return [...JOBS[dialect === "unified" ? "unified" : "generations"], ...NO_OBJECTS];
    case "list":
      return PAGES.map((query) => ({ what: query, query }));
    case "list_elements":
    case "list_preset_elements":
      return [...PAGES, "page_num=0", "page_size=501"].map((query) => ({ what: query, query }));
    case "add_selection":
    case "delete_selection":
      return [
        { what: "an unknown session", body: MARKS },
        { what: "no session", body: { ...MARKS, session_id: undefined } },
        { what: "a frame before the first", body: { ...MARKS, frame_index: -1 } },
        { what: "eleven points", body: { ...MARKS, points: MANY_POINTS } },
        { what: "no points", body: { ...MARKS, points: [] } },
        { what: "a point outside", body: { ...MARKS, points: [{ x: 1.1, y: 0 }] } },
        { what: "points of a wrong type", body: { ...MARKS, points: "here" } },
        ...NO_OBJECTS,
      ];
    case "clear_selection":
    case "preview_selection":
      return [
        { what: "an unknown session", body: { session_id: "a session" } },
        { what: "no session", body: {} },
        { what: "a session of a wrong type", body: { session_id: { a: "thing" } } },
        ...NO_OBJECTS,
      ];
    case "delete_element":
      return [
        { what: "no id", body: {} },
        { what: "an unknown id", body: { element_id: 842130978230767622n } },
        { what: "an id of a wrong type", body: { element_id: { a: "thing" } } },
        { what: "a word that no column holds", body: { element_id: "a\0b" }, code: 1200 },
        ...NO_OBJECTS,
      ];
    case "delete_voice":
      return [
        { what: "no id", body: {} },
        { what: "an unknown id", body: { voice_id: "nobody" } },
        { what: "an id of a wrong type", body: { voice_id: { a: "thing" } } },
        { what: "a word that no column holds", body: { voice_id: "a\0b" }, code: 1200 },
        ...NO_OBJECTS,
      ];
    case "account_costs":
      return [
        { what: "no times", query: "" },
        { what: "no end", query: "start_time=1" },
        { what: "no number", query: "start_time=one&end_time=2" },
        { what: "an end before the start", query: "start_time=2&end_time=1" },
      ];
  }
}

/** 1200 or 1201, as the endpoint reads its body. */
export const NO_OBJECTS: readonly WrongCall[] = [
  { what: "a list for a body", body: [] },
  { what: "a word for a body", body: '"word"' },
  { what: "nothing for a body", body: "null" },
  { what: "a body that breaks off", body: "{", code: 1200 },
  { what: "no body at all", body: "", code: 1200 },
  { what: "a body of broken letters", body: '{"prompt":"\\ud800"}' },
];
