import { describe, expect, test } from "vitest";
import type { LipSyncRequest } from "../../requests/lip-sync.ts";
import type { TaskRequest } from "../../requests/request.ts";
import { VOICES } from "../../voices.ts";
import { checkTask } from "../check-task.ts";
import { type FactsByPath, NO_FACTS } from "../kind.ts";
import { tts } from "../tts.ts";

function codes(request: TaskRequest, facts: FactsByPath = NO_FACTS, policy: "strict" | "warn" = "strict") {
  return checkTask(request, { policy, facts }).map(
    ({ path, code, severity }) => `${path} ${code} ${severity}`,
  );
}

function lasting(durationSeconds: number, mime: string) {
  return { mime, bytes: 1, widthPx: 1280, heightPx: 720, durationSeconds, fps: 24, hasSound: true };
}

test("the catalogue has 35 voices in Chinese and 27 in English (§8)", () => {
  expect(VOICES.filter(({ languages }) => languages.includes("zh"))).toHaveLength(35);
  expect(VOICES.filter(({ languages }) => languages.includes("en"))).toHaveLength(27);
  expect(VOICES.find(({ id }) => id === "ai_kaiya")?.name).toEqual({ zh: "阳光男生", en: "Shine" });
});

describe("tts", () => {
  const SPEECH = { kind: "tts", text: "hello", voice_id: "oversea_male1", voice_language: "en" } as const;

  test("every voice of the catalogue speaks either language", () => {
    for (const { id } of VOICES)
      for (const voice_language of ["zh", "en"] as const)
        expect(codes({ ...SPEECH, voice_id: id, voice_language })).toEqual([]);
  });

  test("a custom voice is refused as the server does, unless the connection says otherwise (live, §4.4)", () => {
    const request = { ...SPEECH, voice_id: "829824295735410756" };
    expect(codes(request)).toEqual(["voice_id voice_unknown error"]);
    expect(codes(request, NO_FACTS, "warn")).toEqual(["voice_id voice_unknown warning"]);
  });

  test("a speed out of 0.8–2 is taken as the nearest, and told", () => {
    expect(codes({ ...SPEECH, voice_speed: 3 })).toEqual(["voice_speed voice_speed_ignored warning"]);
    expect(codes({ ...SPEECH, voice_speed: 0.8 })).toEqual([]);
    const length = (voice_speed: number) =>
      tts.output({ ...SPEECH, text: "a".repeat(560), voice_speed }, NO_FACTS).audios[0]?.durationSeconds;
    expect(length(3)).toBe(length(2));
    expect(length(1)).toBe(40);
  });

  test("a thousand characters, and some", () => {
    expect(codes({ ...SPEECH, text: "x".repeat(1001) })).toEqual(["text text_too_long error"]);
    expect(codes({ ...SPEECH, text: "  " })).toEqual(["text text_required error"]);
  });
});

describe("lip-sync", () => {
  const SAID = {
    video_url: "https://example.com/v.mp4",
    mode: "text2video",
    text: "hello",
    voice_id: "ai_kaiya",
  } as const;
  const SUNG = {
    video_id: "1",
    mode: "audio2video",
    audio_type: "url",
    audio_url: "https://a.bc/s.mp3",
  } as const;

  test.each([
    [SAID, []],
    [SUNG, []],
    [{ ...SAID, video_id: "1" }, ["input.video_url video_url_excluded error"]],
    [{ ...SUNG, video_id: undefined }, ["input.video_id video_id_required error"]],
    [
      { ...SAID, text: undefined, voice_id: undefined },
      ["input.text text_required error", "input.voice_id voice_id_required error"],
    ],
    [{ ...SAID, text: "x".repeat(121) }, ["input.text text_too_long error"]],
    [{ ...SAID, voice_speed: 2.1 }, ["input.voice_speed voice_speed_out_of_range error"]],
    [{ ...SAID, audio_type: "url" }, ["input.audio_type audio_type_ignored warning"]],
    [{ ...SUNG, audio_type: undefined }, ["input.audio_type audio_type_required error"]],
    [
      { ...SUNG, audio_type: "file" },
      ["input.audio_file audio_file_required error", "input.audio_url audio_url_ignored warning"],
    ],
    [{ ...SUNG, text: "hello" }, ["input.text text_ignored warning"]],
  ] satisfies [LipSyncRequest["input"], string[]][])("%j: %j", (input, expected) => {
    expect(codes({ kind: "lip-sync", input })).toEqual(expected);
  });
});

test("the fix of a speed is laid over the whole input", () => {
  const input = {
    video_id: "1",
    mode: "text2video",
    text: "hello",
    voice_id: "ai_kaiya",
    voice_speed: 9,
  } as const;
  const [found] = checkTask({ kind: "lip-sync", input }, { policy: "strict", facts: NO_FACTS });
  expect(found?.fix?.patch).toEqual({ input: { ...input, voice_speed: 2 } });
});

describe("advanced-lip-sync", () => {
  const FACE = { face_id: "0", sound_start_time: 1000, sound_end_time: 3000, sound_insert_time: 0 } as const;
  const request = (choice: object): TaskRequest => ({
    kind: "advanced-lip-sync",
    session_id: "1",
    face_choose: [{ ...FACE, audio_id: "a", ...choice }],
  });
  const facts = new Map([
    ["face_choose[0].audio_id", lasting(4, "audio/mpeg")],
    ["session_id", lasting(5, "video/mp4")],
  ]);

  test.each([
    [{}, []],
    [{ sound_end_time: 4000 }, []],
    [{ sound_end_time: 4001 }, ["face_choose[0].sound_end_time sound_end_beyond_sound error"]],
    [{ sound_end_time: 2999 }, ["face_choose[0].sound_end_time sound_crop_too_short error"]],
    [{ sound_insert_time: 4999 }, []],
    [{ sound_insert_time: 5000 }, ["face_choose[0].sound_insert_time sound_insert_beyond_video error"]],
    [{ sound_file: "AAAA" }, ["face_choose[0].sound_file sound_file_excluded error"]],
    [{ audio_id: undefined }, ["face_choose[0].audio_id audio_id_required error"]],
  ])("%j: %j", (choice, expected) => {
    expect(codes(request(choice), facts)).toEqual(expected);
  });

  test("what is not known is not judged", () => {
    expect(codes(request({ sound_end_time: 60_000, sound_insert_time: 60_000 }))).toEqual([]);
  });
});
