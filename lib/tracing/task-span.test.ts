import { trace } from "@opentelemetry/api";
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import { beforeEach, expect, test } from "vitest";
import { inTaskSpan, traceOf } from "./task-span.ts";

const exporter = new InMemorySpanExporter();
trace.setGlobalTracerProvider(
  new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] }),
);

beforeEach(() => exporter.reset());

test("all spans of a task are one trace, whoever writes them", async () => {
  await inTaskSpan({ taskId: "task_1", name: "submit" }, async () => "sent");
  await inTaskSpan({ taskId: "task_1", name: "archive" }, async () => "kept");
  await inTaskSpan({ taskId: "task_2", name: "submit" }, async () => "sent");
  const spans = exporter.getFinishedSpans().map((span) => [span.name, span.spanContext().traceId]);
  const [first, second] = ["task_1", "task_2"].map((id) => traceOf(id).traceId);
  expect(spans).toEqual([
    ["submit", first],
    ["archive", first],
    ["submit", second],
  ]);
  expect(first).not.toBe(second);
});

test("what fails is marked and thrown on, without what an upstream said", async () => {
  const work = async () => {
    throw new TypeError("sk-secret was refused");
  };
  await expect(inTaskSpan({ taskId: "task_1", name: "submit" }, work)).rejects.toThrow(TypeError);
  const [span] = exporter.getFinishedSpans();
  expect(span?.status).toEqual({ code: 2, message: "TypeError" });
  expect(JSON.stringify([span?.attributes, span?.events])).not.toContain("sk-secret");
});
