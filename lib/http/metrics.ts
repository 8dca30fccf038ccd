import { timingSafeEqual } from "node:crypto";
import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { refusedCallbacks } from "#lib/callbacks/refused-callbacks.ts";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/shared/errors.ts";
import { readMetrics } from "#lib/tasks/read-metrics.ts";

/**
 * What the operator's monitoring reads, as Prometheus text: this process, and the state of the work as every process sees it
 * in the database.
 * @throws AppError not_found unless METRICS_TOKEN is set and given as bearer: who may not ask learns nothing
 */
export async function metricsResponse(request: Request): Promise<Response> {
  refuseStrangers(request.headers.get("authorization"));
  const registry = new Registry();
  for (const { name, help, samples } of await readMetrics()) {
    const labelNames = Object.keys(samples[0]?.labels ?? {});
    const gauge = new Gauge({ name, help, labelNames, registers: [registry] });
    for (const { labels, value } of samples) gauge.set(labels, value);
  }
  const text = await Registry.merge([thisProcess(), registry]).metrics();
  return new Response(text, {
    headers: { "content-type": registry.contentType, "cache-control": "no-store" },
  });
}

let processRegistry: Registry | null = null;

function thisProcess(): Registry {
  if (processRegistry === null) {
    processRegistry = new Registry();
    collectDefaultMetrics({ register: processRegistry });
    countRefusals(processRegistry);
  }
  return processRegistry;
}

function countRefusals(registry: Registry): void {
  new Counter({
    name: "framewright_refused_callbacks_total",
    help: "Callbacks that had no effect, by reason: more than a few are somebody who tries.",
    labelNames: ["reason"],
    registers: [registry],
    collect() {
      this.reset();
      for (const [reason, count] of refusedCallbacks()) this.inc({ reason }, count);
    },
  });
}

function refuseStrangers(authorization: string | null): void {
  const expected = Buffer.from(`Bearer ${env.METRICS_TOKEN ?? ""}`);
  const given = Buffer.from(authorization ?? "");
  const isAllowed =
    env.METRICS_TOKEN !== undefined && given.length === expected.length && timingSafeEqual(given, expected);
  if (!isAllowed) throw new AppError("not_found", "There is nothing here.");
}
