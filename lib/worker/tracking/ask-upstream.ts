import { log } from "#lib/log.ts";
import type { Provider, ProviderTask } from "#lib/providers/provider.ts";
import type { QueryAnswer } from "#lib/tasks/next-step.ts";
import { taskRequestOf } from "#lib/tasks/task-request.ts";
import type { TrackedTask } from "#lib/tasks/tracked-task.ts";

/** Single questions that one round has open at a time. */
const PARALLEL = 4;
/** One answer, or the list, must be there by then; all of it together stays well below the lease of a look. */
const CALL_DEADLINE_MS = 7_000;
/** Single questions are begun for this long; what is left over is due again at once. */
const BEGIN_MS = 4_000;

/** What upstream says of each task, by task id; one that is missing was not asked for, for want of time. */
export type Answers = ReadonlyMap<string, QueryAnswer>;

/**
 * Asks once for all of these tasks where upstream can list, and alone for those that it left out or cannot list. Never
 * throws for anything that the provider did; ends early when the signal aborts.
 */
export async function askUpstream(
  provider: Provider,
  { tasks, signal }: { readonly tasks: readonly TrackedTask[]; readonly signal: AbortSignal },
): Promise<Answers> {
  const answers = new Map<string, QueryAnswer>();
  const listed = await list(provider, { tasks, signal });
  for (const task of tasks) {
    const found = listed === "unreachable" ? listed : listed.get(task.upstreamTaskId ?? "");
    if (found !== undefined) answers.set(task.id, found);
  }
  const left = tasks.filter((task) => !answers.has(task.id)).values();
  const endsMs = performance.now() + BEGIN_MS;
  const askNext = async () => {
    for (const task of left) {
      if (signal.aborted || performance.now() > endsMs) return;
      const answer = await askAlone(provider, { task, signal });
      if (!signal.aborted) answers.set(task.id, answer);
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, askNext));
  return answers;
}

type Listing = { readonly tasks: readonly TrackedTask[]; readonly signal: AbortSignal };

async function list(
  provider: Provider,
  { tasks, signal }: Listing,
): Promise<ReadonlyMap<string, ProviderTask> | "unreachable"> {
  const wanted = tasks.flatMap((task) =>
    task.upstreamTaskId === null
      ? []
      : [{ upstreamTaskId: task.upstreamTaskId, request: taskRequestOf(task) }],
  );
  if (provider.queryMany === undefined || wanted.length < 2) return new Map();
  try {
    const { queryMany } = provider;
    return await inTime(signal, (deadline) => queryMany(wanted, deadline));
  } catch (error) {
    if (signal.aborted) return new Map();
    log.warn({ err: error, tasks: wanted.length }, "the provider could not list tasks");
    return "unreachable";
  }
}

async function askAlone(
  provider: Provider,
  { task, signal }: { readonly task: TrackedTask; readonly signal: AbortSignal },
): Promise<QueryAnswer> {
  const request = taskRequestOf(task);
  try {
    return await inTime(signal, (deadline) =>
      task.upstreamTaskId === null
        ? provider.findByExternalId(task.upstreamExternalId, request, deadline)
        : provider.query(task.upstreamTaskId, request, deadline),
    );
  } catch (error) {
    if (!signal.aborted) log.warn({ err: error, taskId: task.id }, "the provider could not be asked");
    return "unreachable";
  }
}

/** Also a call that does not hear the signal is given up at its deadline: it would hold its round's place for good. */
async function inTime<T>(stop: AbortSignal, call: (deadline: AbortSignal) => Promise<T>): Promise<T> {
  const deadline = AbortSignal.any([stop, AbortSignal.timeout(CALL_DEADLINE_MS)]);
  const late = Promise.withResolvers<never>();
  deadline.addEventListener("abort", () => late.reject(deadline.reason), { once: true });
  deadline.throwIfAborted();
  return Promise.race([call(deadline), late.promise]);
}
