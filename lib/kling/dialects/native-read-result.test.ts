import { describe, expect, test } from "vitest";
import { parseLossless, stringifyLossless } from "../json.ts";
import type { OutputLabel } from "../output-labels.ts";
import type { TaskKind } from "../task-kinds.ts";
import type { TaskResult } from "../task-result.ts";
import type { OutputView, TaskView } from "../task-view.ts";
import { encodeAtOnce } from "./native-at-once.ts";
import { successEnvelope } from "./native-envelope.ts";
import { decodeAtOnce } from "./native-read-at-once.ts";
import { decodeTask, decodeTaskList } from "./native-read-task.ts";
import { encodeTask } from "./native-task.ts";

const file = (label: OutputLabel, number = 1): OutputView => ({
  id: `${label}-${number}`,
  label,
  url: `https://cdn.example.com/${label}-${number}`,
});

function done(kind: TaskKind, told: Partial<TaskView>): TaskView {
  const times = { createdAtMs: 1781080778802, updatedAtMs: 1781080794151 };
  return { id: "930831534075682845", kind, status: "succeeded", outputs: [], ...times, ...told };
}

/** What of a finished task an upstream's answer brings back, over the wire. */
function read(view: TaskView, how: "task" | "at once" = "task") {
  const data = how === "task" ? encodeTask(view) : encodeAtOnce(view);
  const body = parseLossless(stringifyLossless(successEnvelope(data, "r")));
  const answer = how === "task" ? decodeTask(body, view.kind) : decodeAtOnce(body, view.kind);
  if (!answer.ok) throw new Error(answer.message);
  const { id, status, outputs, result } = answer.value;
  return { id, status, result, files: outputs.map(({ label, url }) => [label, url.split("/").at(-1)]) };
}

describe("a finished task", () => {
  test.each<[TaskKind, readonly OutputView[]]>([
    ["text2video", [file("video")]],
    ["effects", [file("video")]],
    ["omni-image", [file("series_image", 1), file("series_image", 2)]],
    ["expand", [file("image", 1), file("image", 2)]],
    ["tts", [file("audio_mp3")]],
    ["text-to-audio", [file("audio_mp3"), file("audio_wav")]],
    ["video-to-audio", [file("video"), file("audio_mp3"), file("audio_wav")]],
    ["ai-multi-shot", ([1, 2, 3] as const).map((number) => file(`view_${number}`))],
  ])("of %s brings its files under their labels", (kind, outputs) => {
    const { files } = read(done(kind, { outputs }));
    expect(files).toEqual(outputs.map(({ label, id }) => [label, id]));
  });

  test("of a recognition tells what the picture contains, and the cut-outs that there are", () => {
    const contains = { object_seg: true, head_seg: true, face_seg: false, cloth_seg: false };
    const result: TaskResult = { type: "recognition", contains };
    const outputs = [file("object_seg"), file("head_seg")];
    expect(read(done("image-recognize", { result, outputs }))).toMatchObject({
      result,
      files: [
        ["object_seg", "object_seg-1"],
        ["head_seg", "head_seg-1"],
      ],
    });
  });

  test("of an extension names its parent", () => {
    const result: TaskResult = { type: "parent_video", video_id: "v1", duration: "5.041" };
    expect(read(done("video-extend", { result, outputs: [file("video")] })).result).toEqual(result);
  });

  test("of an element keeps its id, which is beyond 2^53", () => {
    const element = {
      id: "842130978230767622",
      library: "advanced",
      name: "boat",
      description: "a paper boat",
      referenceType: "image_refer",
      referUrls: [],
      videoUrls: [],
      tagIds: [],
      ownedBy: "me",
      isDeleted: false,
    } as const;
    const result = { type: "element", element_id: "842130978230767622" };
    expect(read(done("advanced-custom-elements", { element })).result).toEqual(result);
    const custom = done("custom-elements", { element: { ...element, library: "custom" } });
    expect(read(custom, "at once")).toEqual({
      id: "842130978230767622",
      status: "succeeded",
      result,
      files: [],
    });
  });

  test("of a voice brings its id and its trial", () => {
    const voice = { id: "voice-7", name: "Ann", trialUrl: "https://cdn.example.com/trial", ownedBy: "me" };
    expect(read(done("custom-voices", { voice }))).toMatchObject({
      result: { type: "voice", voice_id: "voice-7" },
      files: [["voice_trial", "trial"]],
    });
  });
});

describe("an answer at once", () => {
  test("with faces is named by its session", () => {
    const span = { start_time: 0, end_time: 5200 };
    const faces = ["0", "1"].map((face_id) => ({ face_id, ...span }));
    const result: TaskResult = { type: "faces", session_id: "s-1", faces };
    expect(
      read(done("identify-face", { result, outputs: [file("face", 1), file("face", 2)] }), "at once"),
    ).toEqual({
      id: "s-1",
      status: "succeeded",
      result,
      files: [
        ["face", "face-1"],
        ["face", "face-2"],
      ],
    });
  });

  test("with a selection keeps how its video is counted", () => {
    const size = { width: 1280, height: 720, total_frame: 120 };
    const result: TaskResult = {
      type: "selection",
      session_id: "s-2",
      fps: 24,
      original_duration: 5000,
      ...size,
    };
    expect(read(done("init-selection", { result, outputs: [file("normalized_video")] }), "at once")).toEqual({
      id: "s-2",
      status: "succeeded",
      result,
      files: [["normalized_video", "normalized_video-1"]],
    });
  });

  test("with a speech is a whole task", () => {
    const speech = read(done("tts", { outputs: [file("audio_mp3")] }), "at once");
    expect(speech).toMatchObject({ id: "930831534075682845", files: [["audio_mp3", "audio_mp3-1"]] });
  });

  test("that tells a failure in its status is a failed task", () => {
    const body = { code: 0, data: { status: 3, session_id: "s-3" } };
    expect(decodeAtOnce(body, "init-selection")).toMatchObject({ value: { status: "failed", outputs: [] } });
  });

  test.each([
    ["a refusal", { code: 1201, message: "wrong", request_id: "r" }, 1201],
    ["no session", { code: 0, data: { face_data: [] } }, undefined],
    ["no object", { code: 0, data: "done" }, undefined],
  ])("that is %s is none", (_, body, code) => {
    expect(decodeAtOnce(body, "identify-face")).toMatchObject({ ok: false, code });
  });
});

test("a list leaves out what it cannot understand, and keeps what upstream wrote of the rest", () => {
  const known = { task_id: "1", task_status: "processing", colour: "blue" };
  const body = { code: 0, data: [known, { task_id: "2", task_status: "completed" }, "nonsense", {}] };
  const answer = decodeTaskList(body, "text2video");
  if (!answer.ok) throw new Error(answer.message);
  expect(answer.value.map(({ view, raw }) => [view.id, raw])).toEqual([["1", known]]);
  expect(decodeTaskList({ code: 0, data: {} }, "text2video")).toMatchObject({ ok: false });
});
