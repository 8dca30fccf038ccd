import { isJsonObject, type JsonObject } from "#lib/kling/dialects/unknown-values.ts";
import { RESULT_RETENTION_DAYS } from "#lib/kling/limits.ts";
import type { OutputView, TaskView } from "#lib/kling/task-view.ts";
import type { ProviderOutput, ProviderTask } from "#lib/providers/provider.ts";

const RETENTION_MS = RESULT_RETENTION_DAYS * 24 * 60 * 60 * 1000;

/** What fails a task whose content was refused; some clients know it as 1301 (api-reference §1.5). */
const RISK_CONTROL = /risk control/i;

/** A task as its dialect told it, in the neutral form. `raw` is the whole answer, for people to read. */
export function providerTaskOf(
  view: TaskView,
  { raw, nowMs }: { readonly raw: unknown; readonly nowMs: number },
): ProviderTask {
  const { id, status } = view;
  const isDone = status === "succeeded";
  // A wrong clock, or seconds for milliseconds, must not declare a result dead before it was fetched.
  const isPlausible = view.createdAtMs <= nowMs && view.createdAtMs > nowMs - RETENTION_MS;
  const bornMs = isPlausible ? view.createdAtMs : nowMs;
  const dies = new Date(bornMs + RETENTION_MS);
  const units = Number(view.unitsDeducted ?? Number.NaN);
  return {
    upstreamTaskId: id,
    state: status,
    progress: isDone ? 1 : (view.progress ?? 0),
    failure: status === "failed" ? failureOf(view.statusMessage ?? "") : null,
    outputs: isDone ? view.outputs.map((output, index) => outputOf(output, `${id}-${index + 1}`, dies)) : [],
    result: (isDone && view.result) || null,
    chargedUnits: Number.isFinite(units) ? units : null,
    raw: plainJson(raw),
  };
}

function outputOf(
  { id, label, url, durationSeconds }: OutputView,
  ownId: string,
  dies: Date,
): ProviderOutput {
  const seconds = Number(durationSeconds ?? Number.NaN);
  return {
    id: id === "" ? ownId : id,
    label,
    url,
    durationSeconds: Number.isFinite(seconds) ? seconds : null,
    dies,
  };
}

function failureOf(message: string): ProviderTask["failure"] {
  return { code: RISK_CONTROL.test(message) ? 1301 : null, message };
}

/** The same with big integers as texts: a JSON column cannot hold them. */
function plainJson(value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  if (Array.isArray(value)) return value.map(plainJson);
  if (!isJsonObject(value)) return value;
  const plain: JsonObject = Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, plainJson(item)]),
  );
  return plain;
}
