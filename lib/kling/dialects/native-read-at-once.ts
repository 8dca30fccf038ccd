import type { TaskKind } from "../task-kinds.ts";
import type { TaskView } from "../task-view.ts";
import { notUnderstood, openEnvelope, type UpstreamAnswer } from "./native-envelope.ts";
import { items, readDecimal, readElement } from "./native-read-result.ts";
import { decodeTask } from "./native-read-task.ts";
import { isJsonObject, type JsonObject, readId, readNumber, readText } from "./unknown-values.ts";

/**
 * Reads the answer of an endpoint that answers with the result itself (api-reference §3.8, §3.11, §3.12, §4.3). Such an answer
 * has no task id of its own everywhere; the session or the element then names it.
 */
export function decodeAtOnce(body: unknown, kind: TaskKind): UpstreamAnswer<TaskView> {
  if (kind !== "identify-face" && kind !== "init-selection" && kind !== "custom-elements")
    return decodeTask(body, kind);
  const opened = openEnvelope(body);
  if (!opened.ok) return opened;
  const { requestId } = opened;
  if (!isJsonObject(opened.value)) return { ...notUnderstood("data is not an object"), requestId };
  const told = kind === "custom-elements" ? readElementAnswer(opened.value) : readSession(opened.value, kind);
  if (told === null) return { ...notUnderstood("the answer names no result"), requestId };
  const nothing = { kind, status: "succeeded", createdAtMs: 0, updatedAtMs: 0, outputs: [] } as const;
  const unitsDeducted = readDecimal(opened.value.final_unit_deduction);
  return { ok: true, value: { ...nothing, unitsDeducted, ...told }, requestId };
}

type Told = Pick<TaskView, "id" | "result"> & Partial<Pick<TaskView, "status" | "statusMessage" | "outputs">>;

function readElementAnswer(data: JsonObject): Told | null {
  const result = readElement(data);
  return result?.type === "element" ? { id: result.element_id, result } : null;
}

function readSession(data: JsonObject, kind: "identify-face" | "init-selection"): Told | null {
  const session_id = readId(data.session_id);
  const status = readNumber(data.status) ?? 0;
  if (session_id === undefined) return null;
  if (status !== 0)
    return { id: session_id, result: undefined, status: "failed", statusMessage: `status ${status}` };
  return kind === "identify-face" ? readFaces(data, session_id) : readSelection(data, session_id);
}

function readFaces(data: JsonObject, session_id: string): Told {
  const found = items(data.face_data).flatMap((face) => {
    const face_id = readId(face.face_id);
    if (face_id === undefined) return [];
    const span = { start_time: readNumber(face.start_time) ?? 0, end_time: readNumber(face.end_time) ?? 0 };
    return [{ told: { face_id, ...span }, url: readText(face.face_image) }];
  });
  const outputs = found.flatMap(({ told, url }) =>
    url === undefined ? [] : [{ id: told.face_id, label: "face", url } as const],
  );
  return {
    id: session_id,
    result: { type: "faces", session_id, faces: found.map(({ told }) => told) },
    outputs,
  };
}

function readSelection(data: JsonObject, session_id: string): Told {
  const number = (name: string) => readNumber(data[name]) ?? 0;
  const url = readText(data.normalized_video);
  return {
    id: session_id,
    result: {
      type: "selection",
      session_id,
      fps: number("fps"),
      original_duration: number("original_duration"),
      width: number("width"),
      height: number("height"),
      total_frame: number("total_frame"),
    },
    outputs: url === undefined ? [] : [{ id: session_id, label: "normalized_video", url }],
  };
}
