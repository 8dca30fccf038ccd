/**
 * The `external_task_id` that we send upstream. Deterministic, so that a lost answer can be looked up; the number changes
 * only when a person orders a new paid try.
 */
export function upstreamExternalIdOf(taskId: string, paidTry: number): string {
  return `${taskId.toLowerCase()}-${paidTry}`;
}
