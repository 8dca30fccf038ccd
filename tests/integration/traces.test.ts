import { trace } from "@opentelemetry/api";
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import { afterAll, expect, test } from "vitest";
import { systemDb } from "#lib/db/client.ts";
import { closeProducerQueue, producerQueue } from "#lib/queue/queue.ts";
import { createTasks } from "#lib/tasks/create-tasks.ts";
import { traceOf } from "#lib/tracing/task-span.ts";
import { archiveTask } from "#lib/worker/archive-task.ts";
import { submitTask } from "#lib/worker/submit-task.ts";
import { made, processing, runningUpstream } from "#tests/support/running-upstream.ts";
import { depsOf, letTimePass, lookOnce } from "#tests/support/step-harness.ts";
import { createTeam } from "#tests/support/team-fixture.ts";

const CLIP = { kind: "text2video", model_name: "kling-v3", duration: "3", prompt: "a fox" } as const;

const exporter = new InMemorySpanExporter();
trace.setGlobalTracerProvider(
  new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] }),
);

afterAll(closeProducerQueue);

test("a task is one trace from its submission to its archive, with what each look found", async () => {
  const { caller, teamId, connectionId } = await createTeam();
  const [{ id = "" } = {}] = await createTasks({ caller, request: CLIP });
  const upstream = runningUpstream();
  const deps = depsOf(await producerQueue(), () => upstream);
  await submitTask(id, deps);
  const { upstreamTaskId } = await systemDb.task.findUniqueOrThrow({ where: { id } });
  for (const state of [processing, made]) {
    upstream.states.set(upstreamTaskId ?? "", state(upstreamTaskId ?? ""));
    await letTimePass(teamId);
    await lookOnce(connectionId, deps);
  }
  await archiveTask(id, deps);
  const spans = exporter.getFinishedSpans();
  expect(spans.map(({ name, attributes }) => [name, attributes["framewright.event"]])).toEqual([
    ["submit", undefined],
    ["track", "started"],
    ["track", "finished"],
    ["archive", undefined],
  ]);
  expect(new Set(spans.map((span) => span.spanContext().traceId))).toEqual(new Set([traceOf(id).traceId]));
});
