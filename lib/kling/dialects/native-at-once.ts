import type { TaskView } from "../task-view.ts";
import { encodeElement } from "./native-result.ts";
import { encodeTask } from "./native-task.ts";

/** `data` of the endpoints that answer with the result itself (api-reference §3.8, §3.11, §3.12, §4.3). */
export function encodeAtOnce(view: TaskView): object {
  const { result, outputs, element, unitsDeducted } = view;
  const units = unitsDeducted === undefined ? {} : { final_unit_deduction: unitsDeducted };
  if (result?.type === "faces") {
    const stills = outputs.filter(({ label }) => label === "face");
    const face_data = result.faces.map((face, index) => ({ ...face, face_image: stills[index]?.url }));
    return { session_id: result.session_id, face_data, ...units };
  }
  if (result?.type === "selection") {
    const { type: _, ...session } = result;
    const normalized = outputs.find(({ label }) => label === "normalized_video");
    return { status: 0, ...session, normalized_video: normalized?.url, ...units };
  }
  if (element !== undefined && view.kind === "custom-elements") return encodeElement(element);
  return encodeTask(view);
}
