import { createHash } from "node:crypto";
import { type Attributes, ROOT_CONTEXT, SpanStatusCode, TraceFlags, trace } from "@opentelemetry/api";

type TaskSpan = {
  readonly taskId: string;
  /** What is done, e.g. "submit". */
  readonly name: string;
  readonly attributes?: Attributes;
};

/**
 * Runs one piece of work on a task as a span. All spans of a task are one trace, from whichever process they come, because the
 * trace's id is made from the task's: nothing has to be handed from process to process. Costs next to nothing while no
 * tracing was started.
 */
export async function inTaskSpan<Result>(
  { taskId, name, attributes = {} }: TaskSpan,
  work: () => Promise<Result>,
): Promise<Result> {
  const root = trace.setSpanContext(ROOT_CONTEXT, traceOf(taskId));
  const span = trace
    .getTracer("framewright")
    .startSpan(name, { attributes: { ...attributes, "framewright.task_id": taskId } }, root);
  try {
    return await work();
  } catch (error) {
    // Only its name: a message may quote what an upstream said.
    span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : "unknown" });
    throw error;
  } finally {
    span.end();
  }
}

/** The trace of a task, to be looked up by whoever knows the task's id. */
export function traceOf(taskId: string) {
  const digest = createHash("sha256").update(taskId).digest("hex");
  return {
    traceId: digest.slice(0, 32),
    spanId: digest.slice(32, 48),
    traceFlags: TraceFlags.SAMPLED,
    isRemote: true,
  };
}
