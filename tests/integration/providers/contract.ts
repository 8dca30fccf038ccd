import { beforeAll, describe, expect, test } from "vitest";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import type { Provider, ProviderTask } from "#lib/providers/provider.ts";
import { until } from "#tests/support/until.ts";
import { submissionOf } from "./submission.ts";

/** A provider and the levers that its upstream has in tests. */
export type ContractWorld = {
  readonly provider: Provider;
  /** Lets a task come to its good end; the task may take a moment. */
  readonly succeed: (upstreamTaskId: string) => void;
  /** Ends the links of what was made. */
  readonly expire: (task: ProviderTask) => ProviderTask["outputs"][number];
  /** Tasks that were opened so far: what would be charged. */
  readonly openedCount: () => Promise<number>;
};

const NEVER = new AbortController().signal;
let orders = 0;

function clip(prompt: string): TaskRequest & { kind: "text2video" } {
  return {
    kind: "text2video",
    model_name: "kling-v3",
    prompt,
    duration: "3",
    mode: "std",
    aspect_ratio: "16:9",
  };
}

/** What the task engine counts on, put to every provider alike. */
export function describeContract(name: string, open: () => Promise<ContractWorld>): void {
  describe(name, () => {
    let world: ContractWorld;
    beforeAll(async () => {
      world = await open();
    });

    async function order(prompt: string, externalId = `contract-${++orders}`) {
      const request = clip(prompt);
      const outcome = await world.provider.submit(submissionOf(request, { externalId }));
      return { request, externalId, outcome };
    }

    async function accepted(prompt: string, externalId?: string) {
      const { outcome, ...ordered } = await order(prompt, externalId);
      if (outcome.kind !== "accepted") throw new Error(`${outcome.kind}: ${outcome.message}`);
      return { ...ordered, task: outcome.task };
    }

    function seen({ upstreamTaskId }: ProviderTask, state: ProviderTask["state"]): Promise<ProviderTask> {
      return until(
        async () => {
          const task = await world.provider.query(upstreamTaskId, clip("a boat"), NEVER);
          return task?.state === state ? task : null;
        },
        { withinMs: 30_000, what: state },
      );
    }

    const knowsOurIds = () => ["A", "A?"].includes(world.provider.submissionClass(clip("a boat")));

    // First, because the sandbox really makes what is ordered, one after the other.
    test("a finished task is fetched whole or from any byte on, until its link ends", async () => {
      const { task } = await accepted("a paper boat");
      world.succeed(task.upstreamTaskId);
      const finished = await seen(task, "succeeded");
      expect(finished.progress).toBe(1);
      expect(finished.outputs.map(({ label }) => label)).toEqual(["video"]);
      const [video] = finished.outputs;
      if (video === undefined) throw new Error("no video");
      expect(video.dies?.getTime()).toBeGreaterThan(Date.now());
      const whole = await read(video, 0);
      expect(whole.startsAt).toBe(0);
      expect(whole.bytes).toBe(whole.content.byteLength);
      const rest = await read(video, 1000);
      expect(rest.content).toEqual(whole.content.subarray(rest.startsAt));
      expect(rest.bytes).toBe(whole.bytes);
      const gone = world.expire(finished);
      await expect(read(gone, 0)).rejects.toMatchObject({ code: "not_found" });
    });

    test("a task that failed says why, and has nothing to fetch", async () => {
      const { task } = await accepted("a paper boat [fail:risk]");
      const failed = await seen(task, "failed");
      expect(failed.failure?.message).toMatch(/risk control/);
      expect(failed.outputs).toEqual([]);
    });

    test("a task that was accepted can be asked for by its id, and by ours where the upstream takes one", async () => {
      const { request, externalId, task } = await accepted("a paper boat");
      expect(task.upstreamTaskId).not.toBe("");
      expect(task.failure).toBeNull();
      const asked = await world.provider.query(task.upstreamTaskId, request, NEVER);
      expect(asked).toMatchObject({ upstreamTaskId: task.upstreamTaskId, failure: null });
      const found = world.provider.findByExternalId(externalId, request, NEVER);
      if (knowsOurIds()) expect(await found).toMatchObject({ upstreamTaskId: task.upstreamTaskId });
      else await expect(found).rejects.toMatchObject({ code: "unprocessable" });
    });

    test("nobody's task is null, and not an error", async () => {
      expect(await world.provider.query("nobody", clip("a boat"), NEVER)).toBeNull();
      if (knowsOurIds())
        expect(await world.provider.findByExternalId("nobody", clip("a boat"), NEVER)).toBeNull();
    });

    test("a second order under one id of ours opens nothing and gives the first task", async () => {
      if (!knowsOurIds()) return;
      const first = await accepted("a paper boat");
      const before = await world.openedCount();
      const second = await accepted("a paper boat", first.externalId);
      expect(second.task.upstreamTaskId).toBe(first.task.upstreamTaskId);
      expect(await world.openedCount()).toBe(before);
    });

    test("a lost reply is a doubt, and the task is found by our id", async () => {
      const before = await world.openedCount();
      const { request, externalId, outcome } = await order("a paper boat [lost]");
      expect(outcome.kind).toBe("doubtful");
      expect(await world.openedCount()).toBe(before + 1);
      if (knowsOurIds())
        expect(await world.provider.findByExternalId(externalId, request, NEVER)).not.toBeNull();
    });

    test.each([
      [1303, true],
      [1302, true],
      [1102, false],
      [1101, false],
      [1301, false],
      [1201, false],
      [1002, false],
    ])("a refusal with %s opens nothing; worth another try: %s", async (code, retryable) => {
      const before = await world.openedCount();
      const { outcome } = await order(`a paper boat [fail:${code}]`);
      expect(outcome).toMatchObject({ kind: "refused", code, retryable });
      expect(await world.openedCount()).toBe(before);
    });

    test("a refusal that passes is forgotten: the same id is taken the next time", async () => {
      const { externalId, outcome } = await order("a boat that waits [fail:1303]");
      expect(outcome.kind).toBe("refused");
      await accepted("a boat that waits [fail:1303]", externalId);
    });

    test("many tasks at once are told as each alone", async () => {
      const { queryMany } = world.provider;
      if (queryMany === undefined) return;
      const made = [await accepted("a paper boat"), await accepted("a paper boat [fail:pixel]")];
      const asked = made.map(({ task, request }) => ({ upstreamTaskId: task.upstreamTaskId, request }));
      const nobody = { upstreamTaskId: "nobody", request: clip("a boat") };
      const told = await queryMany([...asked, nobody], NEVER);
      expect([...told.keys()].toSorted()).toEqual(
        asked.map(({ upstreamTaskId }) => upstreamTaskId).toSorted(),
      );
      for (const { upstreamTaskId, request } of asked) {
        const alone = await world.provider.query(upstreamTaskId, request, NEVER);
        expect(told.get(upstreamTaskId)).toMatchObject({ ...alone, raw: expect.anything(), outputs: [] });
      }
    });

    test("a free call proves address and credential where there is anything to prove", async () => {
      const before = await world.openedCount();
      const check = await world.provider.check?.(NEVER);
      if (check !== undefined) expect(check).toMatchObject({ ok: true, proved: "authorized" });
      expect(await world.openedCount()).toBe(before);
    });

    async function read(output: ProviderTask["outputs"][number], fromByte: number) {
      const { body, bytes, startsAt } = await world.provider.openOutput(output, { fromByte, signal: NEVER });
      return { content: Buffer.from(await new Response(body).arrayBuffer()), bytes, startsAt };
    }
  });
}
