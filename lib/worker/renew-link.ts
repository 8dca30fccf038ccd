import { systemDb } from "#lib/db/client.ts";
import type { Provider, ProviderOutput } from "#lib/providers/provider.ts";
import { taskRequestOf } from "#lib/tasks/task-request.ts";
import type { OutputRow } from "./bring-home.ts";
import type { StepContext } from "./step-context.ts";

const QUERY_DEADLINE_MS = 15_000;

type Renewal = {
  readonly output: OutputRow;
  readonly context: StepContext;
  /** That the old link is dead. */
  readonly cause: unknown;
};

/**
 * Asks the provider where the output lies now, and writes it down.
 * @throws `cause` when the provider has no other link for it; Error when it cannot be asked
 */
export async function renewLink(
  provider: Provider,
  { output, context, cause }: Renewal,
): Promise<ProviderOutput> {
  const { task, lease } = context;
  if (task.upstreamTaskId === null) throw cause;
  const signal = AbortSignal.any([lease.signal, AbortSignal.timeout(QUERY_DEADLINE_MS)]);
  const answer = await provider.query(task.upstreamTaskId, taskRequestOf(task), signal);
  const fresh =
    answer?.outputs.find(({ id }) => id === output.upstreamId) ?? answer?.outputs[output.position];
  if (fresh === undefined || fresh.url === output.upstreamUrl) throw cause;
  lease.assertHeld();
  await systemDb.taskOutput.update({
    where: { id: output.id },
    data: { upstreamUrl: fresh.url, upstreamDies: fresh.dies },
  });
  return fresh;
}
