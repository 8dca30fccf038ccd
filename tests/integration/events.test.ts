import { afterAll, describe, expect, test } from "vitest";
import type { StreamFrame } from "#lib/contract/events.ts";
import type { Principal } from "#lib/contract/permissions.ts";
import { systemDb } from "#lib/db/client.ts";
import { eventStream } from "#lib/http/event-stream.ts";
import { LEAVING } from "#lib/http/leaving.ts";
import { closeFeedListener } from "#lib/queue/feed-listener.ts";
import { closeProducerQueue } from "#lib/queue/queue.ts";
import { newId } from "#lib/shared/ids.ts";
import { cancelTask } from "#lib/tasks/cancel-task.ts";
import { createTasks } from "#lib/tasks/create-tasks.ts";
import { readFrames } from "#tests/support/read-stream.ts";
import { createTeam, type TestTeam } from "#tests/support/team-fixture.ts";

const REQUEST = { kind: "text2video", model_name: "kling-v3", prompt: "a fox", duration: "3" } as const;

afterAll(async () => {
  await closeFeedListener();
  await closeProducerQueue();
});

type Open = {
  readonly caller: Principal;
  readonly lastEventId?: number;
  readonly isStillAllowed?: () => Promise<boolean>;
};

async function openStream({ caller, lastEventId, isStillAllowed = async () => true }: Open) {
  const aborter = new AbortController();
  const request = new Request("http://localhost/api/events", { signal: aborter.signal });
  if (lastEventId !== undefined) request.headers.set("last-event-id", String(lastEventId));
  const response = await eventStream({ request, caller, after: undefined, isStillAllowed });
  return { response, close: () => aborter.abort() };
}

/** A different person of the same team, so that many can read. */
function mateOf({ caller }: TestTeam): Principal {
  return { ...caller, userId: newId("user") };
}

/** Reads until `until` was seen, dropping the connection every few frames as a bad network does. */
async function readThroughDrops(
  team: TestTeam,
  { until, everyFrames }: { until: number; everyFrames: number },
) {
  const caller = mateOf(team);
  const frames: StreamFrame[] = [];
  while ((frames.at(-1)?.event.seq ?? 0) < until) {
    const { response, close } = await openStream({ caller, lastEventId: frames.at(-1)?.event.seq ?? 0 });
    let sinceConnect = 0;
    for await (const frame of readFrames(response)) {
      frames.push(frame);
      sinceConnect += 1;
      if (sinceConnect >= everyFrames || frame.event.seq >= until) break;
    }
    close();
  }
  return frames;
}

describe("the event stream", () => {
  test("tells every reader every event once and in order, through concurrent writers and dropped connections", async () => {
    const team = await createTeam();
    const orders = 40;
    const last = orders * 2;
    const readers = [1, 2, 3, 5, 8, 13, 1000].map((everyFrames) =>
      readThroughDrops(team, { until: last, everyFrames }),
    );
    const writers = Array.from({ length: orders }, async () => {
      const [task] = await createTasks({ caller: team.caller, request: REQUEST });
      await cancelTask({ caller: team.caller, taskId: task?.id ?? "" });
    });
    await Promise.all(writers);
    for (const frames of await Promise.all(readers)) {
      expect(frames.map((frame) => frame.event.seq)).toEqual(
        Array.from({ length: last }, (_, index) => index + 1),
      );
      for (const { event, task } of frames) {
        expect(task.id).toBe(event.taskId);
        expect(task.seq).toBeGreaterThanOrEqual(event.seq);
      }
    }
  });

  test("begins now for a reader that knows nothing, and where it was for one that comes back", async () => {
    const team = await createTeam();
    await createTasks({ caller: team.caller, request: REQUEST, takes: 3 });
    const fresh = await openStream({ caller: team.caller });
    const back = await openStream({ caller: team.caller, lastEventId: 2 });
    await createTasks({ caller: team.caller, request: REQUEST });
    const first = async (response: Response) => (await readFrames(response).next()).value?.event.seq;
    expect(await first(back.response)).toBe(3);
    expect(await first(fresh.response)).toBe(4);
    for (const { close } of [fresh, back]) close();
  });

  test("keeps teams apart", async () => {
    const [team, stranger] = [await createTeam(), await createTeam()];
    const { response, close } = await openStream({ caller: team.caller, lastEventId: 0 });
    await createTasks({ caller: stranger.caller, request: REQUEST });
    const [mine] = await createTasks({ caller: team.caller, request: REQUEST });
    const { value } = await readFrames(response).next();
    expect(value?.task.id).toBe(mine?.id);
    close();
  });

  test("ends for somebody who may no longer read", { timeout: 60_000 }, async () => {
    const team = await createTeam();
    let isAllowed = true;
    const { response } = await openStream({ caller: team.caller, isStillAllowed: async () => isAllowed });
    isAllowed = false;
    const startedAtMs = performance.now();
    expect((await readFrames(response).next()).done).toBe(true);
    expect(performance.now() - startedAtMs).toBeLessThan(30_000);
  });

  test("ends properly when its process is to end, and goes on at another one", async () => {
    const team = await createTeam();
    const { response } = await openStream({ caller: mateOf(team), lastEventId: 0 });
    LEAVING.publish(null);
    for await (const frame of readFrames(response))
      expect.unreachable(`nothing happened: ${frame.event.type}`);
    await createTasks({ caller: team.caller, request: REQUEST, takes: 1 });
    expect(await readThroughDrops(team, { until: 1, everyFrames: 1 })).toHaveLength(1);
  });

  test("is refused to a person who has six open already, and free again when one closes", async () => {
    const { caller } = await createTeam();
    const open = await Promise.all(Array.from({ length: 6 }, () => openStream({ caller })));
    await expect(openStream({ caller })).rejects.toMatchObject({ code: "rate_limited" });
    open[0]?.close();
    const again = await openStream({ caller });
    for (const { close } of [...open, again]) close();
  });

  test("goes on through a cut of the database's notifications", async () => {
    const team = await createTeam();
    const { response, close } = await openStream({ caller: team.caller, lastEventId: 0 });
    const frames = readFrames(response);
    await createTasks({ caller: team.caller, request: REQUEST });
    expect((await frames.next()).value?.event.seq).toBe(1);
    await systemDb.$queryRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'framewright-feed'`;
    await createTasks({ caller: team.caller, request: REQUEST });
    expect((await frames.next()).value?.event.seq).toBe(2);
    close();
  });
});
