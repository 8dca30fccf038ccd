import { changeConnection, findWayOut, isOverBudget, payForMove } from "#lib/tasks/fail-over.ts";
import type { StepContext } from "./step-context.ts";

/** What upstream said. */
type Refusal = { readonly code: number; readonly message: string };

/**
 * Moves a task that its own connection will certainly never take to another one of its team, as `failOver` would, in the step that
 * found it out.
 * @returns false when it stays; then nothing was written
 */
export async function goElsewhere(context: StepContext, because?: Refusal): Promise<boolean> {
  const { task, deps, record } = context;
  if (task.submitCalls > 0) return false; // an earlier call may have opened it
  const way = await findWayOut(task.id, { status: "queued", submitCalls: 0 });
  if (way === null) return false;
  const moving = { ...way, queue: deps.queue, ...(because && { because }) };
  try {
    await record({
      trigger: "postpone",
      fields: { submitCalls: 0 },
      async alsoWrite(tx) {
        if (!(await changeConnection(tx, moving))) throw new Error(`${task.id} could not be moved`);
      },
      alsoPay: (tx) => payForMove(tx, moving),
    });
    return true;
  } catch (error) {
    if (isOverBudget(error)) return false;
    throw error;
  }
}
