import { systemDb } from "#lib/db/client.ts";
import type { Provider } from "#lib/providers/provider.ts";
import { AppError } from "#lib/shared/errors.ts";
import { taskRequestOf } from "#lib/tasks/task-request.ts";
import type { OutputRow } from "./bring-home.ts";
import { outputRowsOf } from "./output-rows.ts";
import type { StepContext } from "./step-context.ts";

const QUERY_DEADLINE_MS = 15_000;

/**
 * The files of a finished task. Where upstream said that it was done and named none, it is asked once more, and what it names now
 * is written down: it was made and is charged.
 * @throws AppError not_found when it still names none; Error when it cannot be asked
 */
export async function findOutputs(provider: Provider, context: StepContext): Promise<readonly OutputRow[]> {
  const { task, lease } = context;
  if (task.outputs.length > 0 || task.result !== null) return task.outputs;
  const signal = AbortSignal.any([lease.signal, AbortSignal.timeout(QUERY_DEADLINE_MS)]);
  const { id: taskId, upstreamTaskId } = task;
  const answer =
    upstreamTaskId === null ? null : await provider.query(upstreamTaskId, taskRequestOf(task), signal);
  if (answer === null || answer.outputs.length === 0)
    throw new AppError("not_found", "The provider named no output.");
  lease.assertHeld();
  await systemDb.taskOutput.createMany({ data: outputRowsOf(taskId, answer), skipDuplicates: true });
  return systemDb.taskOutput.findMany({ where: { taskId }, orderBy: { position: "asc" } });
}
