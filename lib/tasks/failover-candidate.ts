import { db } from "#lib/db/client.ts";
import type { Connection, Task } from "#lib/db/generated/client.ts";
import { checkTask } from "#lib/kling/kinds/check-task.ts";
import type { FactsByPath } from "#lib/kling/kinds/kind.ts";
import { type CapabilityPolicy, isSendable } from "#lib/kling/violation.ts";
import { breakerState } from "./breaker.ts";
import type { Candidate } from "./decide-failover.ts";
import { priceBookOf, unitsOf } from "./price-units.ts";
import { taskRequestOf } from "./task-request.ts";
import { upstreamRefusals } from "./upstream-refusals.ts";

type Judged = { readonly task: Task; readonly facts: FactsByPath };

/** What a connection would make of a task, as far as that can be known without asking it. */
export async function candidateOf(connection: Connection, { task, facts }: Judged): Promise<Candidate> {
  const { id, isEnabled, pausedAt, provider, breakerFailures: failures, breakerOpenUntil } = connection;
  const request = taskRequestOf(task);
  const policy = connection.policy as CapabilityPolicy; // the column holds nothing else
  const isLegal = isSendable(checkTask(request, { policy, facts }));
  const canCarry = isLegal && isSendable(await upstreamRefusals(db, { connection, request, facts }));
  const units = unitsOf(request, facts, priceBookOf(connection));
  return {
    id,
    isEnabled,
    isPaused: pausedAt !== null,
    // Half an eye on our own clock is enough: where it goes, the breaker is asked again.
    isResting: breakerState({ failures, isResting: Number(breakerOpenUntil) > Date.now() }) !== "closed",
    isPractice: provider === "sandbox",
    canCarry,
    units: units === null ? null : Number(units),
  };
}
