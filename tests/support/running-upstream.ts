import { systemDb } from "#lib/db/client.ts";
import type { Provider, ProviderTask } from "#lib/providers/provider.ts";
import { createTasks } from "#lib/tasks/create-tasks.ts";
import { openedTask, scriptedProvider } from "./scripted-provider.ts";
import type { TestTeam } from "./team-fixture.ts";

/** An upstream with tasks that run, which counts how it is asked. */
export type RunningUpstream = Provider & {
  /** What it says of a task, by its id there; one that is missing it does not know. */
  readonly states: Map<string, ProviderTask>;
  /** Ids that were asked for alone, in order. */
  readonly alone: string[];
  /** Ids of each list call. */
  readonly lists: string[][];
};

type Script = {
  readonly isListing?: boolean;
  /** Ids that its lists leave out. */
  readonly unlisted?: readonly string[];
  /** Happens within every call, before it is answered. */
  readonly during?: (ids: readonly string[], signal: AbortSignal) => Promise<void>;
};

export function runningUpstream({ isListing = false, unlisted = [], during }: Script = {}): RunningUpstream {
  const states = new Map<string, ProviderTask>();
  const alone: string[] = [];
  const lists: string[][] = [];
  const queryMany: Provider["queryMany"] = async (tasks, signal) => {
    const ids = tasks.map(({ upstreamTaskId }) => upstreamTaskId);
    lists.push(ids);
    await during?.(ids, signal);
    const known = ids.filter((id) => !unlisted.includes(id));
    return new Map(known.flatMap((id) => [states.get(id) ?? []].flat().map((task) => [id, task] as const)));
  };
  return {
    ...scriptedProvider(),
    states,
    alone,
    lists,
    ...(isListing && { queryMany }),
    async query(id, _request, signal) {
      alone.push(id);
      await during?.([id], signal);
      return states.get(id) ?? null;
    },
  };
}

/** What an upstream says of a task that is being made. */
export function processing(id: string, progress = 0): ProviderTask {
  return { ...openedTask(id), upstreamTaskId: id, state: "processing", progress };
}

export function made(id: string): ProviderTask {
  const output = { id: `${id}-clip`, label: "video", url: `https://files.example/${id}` } as const;
  return {
    ...processing(id, 1),
    state: "succeeded",
    outputs: [{ ...output, durationSeconds: 5, dies: null }],
    chargedUnits: 2,
  };
}

const CLIP = { kind: "text2video", model_name: "kling-v3", duration: "3", prompt: "a fox" } as const;

/** Tasks of a team that were accepted upstream and are due for a look. @returns their ids, ours with theirs */
export async function startRunning(
  { caller }: TestTeam,
  upstream: RunningUpstream,
  count: number,
): Promise<{ readonly id: string; readonly upstreamId: string }[]> {
  const ordered = await createTasks({ caller, request: CLIP, takes: count });
  const ids = ordered.map(({ id }) => id).sort();
  await systemDb.$executeRaw`
    UPDATE "Task" SET "status" = 'submitted', "upstreamTaskId" = 'up-' || "id", "submittedAt" = now(), "nextStepAt" = now()
    WHERE "id" = ANY(${ids})`;
  const running = ids.map((id) => ({ id, upstreamId: `up-${id}` }));
  for (const { upstreamId } of running) {
    upstream.states.set(upstreamId, { ...openedTask(upstreamId), upstreamTaskId: upstreamId });
  }
  return running;
}
