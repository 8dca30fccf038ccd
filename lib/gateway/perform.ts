import type { TaskKind } from "#lib/kling/task-kinds.ts";
import { readAccountCosts } from "./account.ts";
import { createNativeTask } from "./create-task.ts";
import { deleteElement, listElements, listPresetElements } from "./elements.ts";
import { createJob, getJob } from "./jobs.ts";
import { getNativeTask, listNativeTasks } from "./read-tasks.ts";
import { changeSelection } from "./selections.ts";
import type { GatewayCall } from "./serve.ts";
import { deleteVoice, listPresetVoices } from "./voices.ts";

/** One use case per operation of the table. Returns `data`, or the whole body of a dialect without an envelope. */
export function perform(call: GatewayCall): Promise<object> {
  const { operation } = call.route.endpoint;
  switch (operation) {
    case "create":
      return createNativeTask(call, kindOfCall(call));
    case "get":
      return getNativeTask(call, kindOfCall(call));
    case "list":
      return listNativeTasks(call, kindOfCall(call));
    case "create_job":
      return createJob(call);
    case "get_job":
      return getJob(call);
    case "list_elements":
      return listElements(call);
    case "list_preset_elements":
      return listPresetElements(call);
    case "delete_element":
      return deleteElement(call);
    case "list_preset_voices":
      return listPresetVoices(call);
    case "delete_voice":
      return deleteVoice(call);
    case "add_selection":
    case "delete_selection":
    case "clear_selection":
    case "preview_selection":
      return changeSelection(call, operation);
    case "account_costs":
      return readAccountCosts(call);
  }
}

function kindOfCall({ route }: GatewayCall): TaskKind {
  const { kind, path } = route.endpoint;
  if (kind === undefined) throw new Error(`${path} belongs to no kind`);
  return kind;
}
