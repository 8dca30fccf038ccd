import type { ProviderTask } from "#lib/providers/provider.ts";
import { newId } from "#lib/shared/ids.ts";

/** Rows for the files that upstream names, in its order. */
export function outputRowsOf(taskId: string, { outputs }: Pick<ProviderTask, "outputs">) {
  return outputs.map((output, position) => ({
    id: newId("taskOutput"),
    taskId,
    position,
    label: output.label,
    upstreamId: output.id,
    upstreamUrl: output.url,
    upstreamDies: output.dies,
    durationSeconds: output.durationSeconds,
  }));
}
