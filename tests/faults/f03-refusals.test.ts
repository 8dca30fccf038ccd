import { afterAll, expect, test } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { BUSINESS_CODES, isKnownCode } from "#lib/kling/codes.ts";
import { stopsConnection } from "#lib/kling/stops-connection.ts";
import { closeProducerQueue } from "#lib/queue/queue.ts";
import { resumeConnection } from "#lib/tasks/pause-connection.ts";
import { until } from "#tests/support/until.ts";
import { expectPassed } from "./expect-passed.ts";
import { NO_FAULTS } from "./sim/fault.ts";
import { seed, sized } from "./size.ts";
import { FAILS, hurryToRest, orderClips, simOf, teamAt, workerFor } from "./stage.ts";

afterAll(closeProducerQueue);

/** Whatever does not go over by itself. */
const CODES = [...BUSINESS_CODES.values()]
  .filter(({ code, retryable }) => code !== 0 && !retryable)
  .map(({ code }) => code);
const EACH = sized(2, 10);

test(`a refusal that is final is never repeated, costs nothing and is told in its own words (seed ${seed})`, async () => {
  const sim = await simOf();
  const actors = await Promise.all(
    CODES.map(async (code) => ({ code, ...(await teamAt({ url: sim.url })) })),
  );
  sim.setFaults(({ operation, account }) => {
    const refused = actors.find((actor) => actor.account.account === account);
    if (operation !== "create" || refused === undefined || !isKnownCode(refused.code)) return null;
    return { type: "refuse", code: refused.code, message: `refused with ${refused.code}` };
  });
  const worker = workerFor([sim.url]);
  for (const actor of actors)
    await orderClips(
      actor,
      Array.from({ length: EACH }, (_, index) => `${FAILS} ${index}`),
    );
  const [pausing, failing] = [true, false].map((stops) =>
    actors.filter(({ code }) => stopsConnection(code) === stops),
  );
  if (pausing === undefined || failing === undefined) throw new Error("unreachable");

  await hurryToRest(
    failing.map(({ teamId }) => teamId),
    { withinMs: 60_000, workers: [worker] },
  );
  for (const { code, teamId } of failing) {
    const tasks = await systemDb.task.findMany({ where: { teamId }, include: { ledger: true } });
    for (const { status, failure, ledger } of tasks) {
      expect({ status, failure }).toMatchObject({
        status: "failed",
        failure: { code, message: `refused with ${code}` },
      });
      expect(ledger.map(({ kind }) => kind).sort()).toEqual(["release", "reserve"]);
    }
  }
  const isPaused = async () =>
    (await systemDb.connection.count({
      where: { id: { in: pausing.map((it) => it.connectionId) }, pausedAt: { not: null } },
    })) === pausing.length;
  await until(isPaused, { withinMs: 60_000, what: "accounts that refuse are left alone" });
  const createsOf = (account: string) =>
    sim.log.of("call").filter((call) => call.operation === "create" && call.account === account).length;
  for (const { code, account } of failing)
    expect(createsOf(account.account), `creates refused with ${code}`).toBe(EACH);
  // Those that were under way together may all have been refused; nothing follows them.
  for (const { code, account } of pausing)
    expect(createsOf(account.account), `creates refused with ${code}`).toBeLessThanOrEqual(EACH);

  // Somebody has paid the bill, or given the right key.
  sim.setFaults(NO_FAULTS);
  for (const { teamId, connectionId } of pausing) await resumeConnection({ teamId, connectionId });
  const teamIds = actors.map(({ teamId }) => teamId);
  await hurryToRest(teamIds, { withinMs: 60_000, workers: [worker] });
  await worker.kill("SIGTERM");
  const told = await systemDb.task.findMany({
    where: { teamId: { in: pausing.map(({ teamId }) => teamId) } },
  });
  // A failed task comes with message "SUCCEED"; what is shown is why it failed.
  for (const { failure } of told) expect(failure).toMatchObject({ message: "The picture is not safe" });
  const accounts = actors.map(({ account }) => account);
  await expectPassed({ sim, teamIds, accounts, orders: CODES.length * EACH, seed });
});
