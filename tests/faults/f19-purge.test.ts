import { afterAll, expect, test } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { closeProducerQueue, producerQueue } from "#lib/queue/queue.ts";
import { ALARM_DAYS } from "#lib/tasks/archive-alarm.ts";
import { raiseArchiveAlarms } from "#lib/tasks/raise-archive-alarms.ts";
import { seededRandom } from "#tests/support/seeded-random.ts";
import { until } from "#tests/support/until.ts";
import { passTime } from "./clock/pass-time.ts";
import { expectPassed } from "./expect-passed.ts";
import { isFull, seed, sized } from "./size.ts";
import { orderClips, prompts, simOf, teamAt, untilAtRest, workerFor } from "./stage.ts";

afterAll(closeProducerQueue);

const TASKS = sized(12, 200);
/** The days on which somebody looks: all of them, or those around the alarms. On the 30th, the upstream deletes everything. */
const DAYS = isFull ? Array.from({ length: 29 }, (_, index) => index + 1) : [2, 8, 14, 21, 26, 29];
/** When a file can first be fetched. On the day of an alarm nobody can say which of the two comes first. */
const GOOD_DAYS = DAYS.filter((day) => !ALARM_DAYS.some((days) => days === day));

test(
  `${TASKS} files whose links work for one hour a day, some not before the last, all come home (seed ${seed})`,
  async () => {
    const random = seededRandom(seed);
    const goodFrom = Array.from(
      { length: TASKS },
      () => GOOD_DAYS[Math.floor(random() * GOOD_DAYS.length)] ?? 1,
    );
    const dayOf = (upstreamId: string) => goodFrom[Number(upstreamId.slice(2)) - 1] ?? 1;
    let [day, isHour] = [0, false];
    const sim = await simOf({
      fateOf: () => ({ afterMs: 200, failure: null }),
      faults: ({ operation, id, nth }) => {
        if (operation !== "download" || (isHour && day >= dayOf(id ?? ""))) return null;
        return nth % 2 === 0 ? { type: "status", status: 500 } : { type: "cut", share: 0 };
      },
    });
    const actor = await teamAt({ url: sim.url });
    const { teamId, account } = actor;
    const worker = workerFor([sim.url]);
    const queue = await producerQueue();
    await orderClips(actor, prompts(TASKS, 1));

    /** Until every file that is not here was asked for since, by the worker, and nothing is under way. */
    async function untilTried(calls: number): Promise<void> {
      const isTried = async () => {
        const tasks = await systemDb.task.findMany({ where: { teamId, status: { not: "succeeded" } } });
        const tried = new Set(
          sim.log
            .of("call")
            .slice(calls)
            .filter(({ operation }) => operation === "download")
            .map(({ id }) => id),
        );
        return tasks.every((it) => it.leaseUntil === null && tried.has(it.upstreamTaskId ?? ""));
      };
      await until(isTried, {
        withinMs: 180_000,
        what: `day ${day}: every file is tried\n${worker.output()}`,
      });
    }
    /** The duty of three workers at once. */
    const alarm = () => Promise.all([1, 2, 3].map(() => raiseArchiveAlarms(queue, new Date())));
    const live = async (hours: number) => {
      const calls = sim.log.of("call").length;
      await passTime(hours);
      await untilTried(calls);
      await alarm();
    };

    await untilTried(0);
    for (const next of DAYS) {
      await live((next - day) * 24 - 1);
      [day, isHour] = [next, true];
      await live(1);
      isHour = false;
      const home = goodFrom.filter((first) => first <= day).length;
      expect(await systemDb.task.count({ where: { teamId, status: "succeeded" } }), `day ${day}`).toBe(home);
    }
    await untilAtRest([teamId], { withinMs: 60_000, workers: [worker] });
    await worker.kill("SIGTERM");
    const tasks = await systemDb.task.findMany({
      where: { teamId },
      include: { events: { where: { type: "archive_alarm" }, orderBy: { seq: "asc" } } },
    });
    for (const { upstreamTaskId, events } of tasks) {
      const due = ALARM_DAYS.filter((days) => days < dayOf(upstreamTaskId ?? ""));
      expect(events.map(({ data }) => (data as { days: number }).days)).toEqual(due); // written by the duty
    }
    await expectPassed({ sim, teamIds: [teamId], accounts: [account], orders: TASKS, seed });
  },
  sized(600_000, 1_800_000),
);
