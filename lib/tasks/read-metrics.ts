import { systemDb } from "#lib/db/client.ts";

export type Metric = {
  readonly name: string;
  readonly help: string;
  readonly samples: readonly {
    readonly labels: Readonly<Record<string, string>>;
    readonly value: number;
  }[];
};

/** Upstream calls are told for this long; a scrape comes far more often. */
const RECENT_MINUTES = 5;

/** The state of the work, over all teams. Only what is open is counted: the past is for the studio's own pages. */
export async function readMetrics(): Promise<readonly Metric[]> {
  return Promise.all([
    openTasks(),
    latestStep(),
    waitingJobs(),
    upstreamCalls(),
    closedConnections(),
    unsafeOutputs(),
    undelivered(),
    heartbeatAge(),
  ]);
}

async function openTasks(): Promise<Metric> {
  const rows = await systemDb.$queryRaw<{ status: string; value: number }[]>`
    SELECT "status", count(*)::int AS value FROM "Task"
    WHERE "status" IN ('queued', 'submitting', 'submitted', 'processing', 'archiving', 'unknown') GROUP BY 1`;
  const samples = rows.map(({ status, value }) => ({ labels: { status }, value }));
  return { name: "framewright_open_tasks", help: "Tasks that are not over, by status.", samples };
}

async function latestStep(): Promise<Metric> {
  const rows = await systemDb.$queryRaw<{ value: number }[]>`
    SELECT coalesce(greatest(0, max(extract(epoch FROM now() - greatest("nextStepAt", "leaseUntil")))), 0)::float8 AS value
    FROM "Task" WHERE "status" IN ('queued', 'submitting', 'submitted', 'processing', 'archiving')`;
  const help = "How late the most overdue step of any task is, in seconds.";
  return { name: "framewright_latest_step_seconds", help, samples: plain(rows) };
}

async function waitingJobs(): Promise<Metric> {
  const rows = await systemDb.$queryRaw<{ queue: string; value: number }[]>`
    SELECT name AS queue, count(*)::int AS value FROM pgboss.job
    WHERE state < 'active' AND start_after <= now() GROUP BY 1`;
  const samples = rows.map(({ queue, value }) => ({ labels: { queue }, value }));
  return { name: "framewright_waiting_jobs", help: "Jobs that are due and not taken, by queue.", samples };
}

async function upstreamCalls(): Promise<Metric> {
  const rows = await systemDb.$queryRaw<
    { connection: string; operation: string; outcome: string; value: number }[]
  >`
    SELECT "connectionId" AS connection, "operation", "outcome", sum("calls")::int AS value FROM "ConnectionCalls"
    WHERE "minute" > now() - make_interval(mins => ${RECENT_MINUTES}) GROUP BY 1, 2, 3`;
  const samples = rows.map(({ connection, operation, outcome, value }) => ({
    labels: { connection, operation, outcome },
    value,
  }));
  const help = `Calls to upstreams in the last ${RECENT_MINUTES} minutes.`;
  return { name: "framewright_recent_upstream_calls", help, samples };
}

async function closedConnections(): Promise<Metric> {
  const rows = await systemDb.$queryRaw<{ connection: string; reason: string }[]>`
    SELECT "id" AS connection, CASE WHEN "pausedAt" IS NOT NULL THEN 'paused' ELSE 'breaker' END AS reason
    FROM "Connection" WHERE "isEnabled" AND ("pausedAt" IS NOT NULL OR "breakerOpenUntil" > now())`;
  const samples = rows.map((labels) => ({ labels, value: 1 }));
  const help = "Connections to which nothing is submitted now, and why.";
  return { name: "framewright_closed_connections", help, samples };
}

async function unsafeOutputs(): Promise<Metric> {
  const rows = await systemDb.$queryRaw<{ value: number }[]>`
    SELECT count(*)::int AS value FROM "TaskOutput" AS output JOIN "Task" AS task ON task."id" = output."taskId"
    WHERE output."assetId" IS NULL AND task."status" = 'archiving'`;
  const help = "Finished files that are still only upstream, where they die.";
  return { name: "framewright_unsafe_outputs", help, samples: plain(rows) };
}

async function undelivered(): Promise<Metric> {
  const rows = await systemDb.$queryRaw<{ kind: string; value: number }[]>`
    SELECT 'callback' AS kind, count(*)::int AS value FROM "CallbackDelivery"
    WHERE "deliveredAt" IS NULL AND "givenUpAt" IS NULL
    UNION ALL
    SELECT 'webhook', count(*)::int FROM "WebhookDelivery" WHERE "deliveredAt" IS NULL AND "givenUpAt" IS NULL`;
  const samples = rows.map(({ kind, value }) => ({ labels: { kind }, value }));
  return { name: "framewright_undelivered_messages", help: "Messages on their way to receivers.", samples };
}

async function heartbeatAge(): Promise<Metric> {
  const rows = await systemDb.$queryRaw<{ value: number }[]>`
    SELECT coalesce(extract(epoch FROM now() - max("beatAt")), -1)::float8 AS value FROM "WorkerHeartbeat"`;
  const help = "Seconds since any worker's last sign of life; -1 = never.";
  return { name: "framewright_worker_heartbeat_age_seconds", help, samples: plain(rows) };
}

function plain(rows: readonly { readonly value: number }[]): Metric["samples"] {
  return rows.map(({ value }) => ({ labels: {}, value }));
}
