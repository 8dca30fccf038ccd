"use client";

import { useFormatter, useTranslations } from "use-intl/react";
import type { Connection } from "#lib/contract/connections.ts";
import { CallChart } from "./call-chart.tsx";
import { OutcomeList } from "./outcome-list.tsx";

type Health = Connection["health"];

/** How a connection did in the last day, in four numbers, a day of calls and what else came back. */
export function ConnectionHealth({ connection }: { connection: Connection }) {
  const t = useTranslations("connections.health");
  const { health, running, waiting } = connection;
  const queue = useTranslations("connections")("queue", { running, waiting });
  if (health.day.calls === 0 && health.breaker === "closed") {
    return <p className="border-line border-t pt-4 text-muted text-xs">{t("noCalls", { queue })}</p>;
  }
  return (
    <section
      aria-label={t("label", { name: connection.name })}
      className="flex flex-col gap-4 border-line border-t pt-4"
    >
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-4">
        <Success health={health} />
        <Latency health={health} />
        <Breaker health={health} />
        <Fact label={t("tasks")} value={running} detail={queue} />
      </dl>
      {health.day.calls > 0 && <CallChart hours={health.hours} />}
      {health.errors.length > 0 && <OutcomeList errors={health.errors} />}
    </section>
  );
}

type FactProps = { label: string; value: string | number; detail: string; isBad?: boolean };

function Fact({ label, value, detail, isBad }: FactProps) {
  return (
    <div className="min-w-0">
      <dt className="text-muted text-xs">{label}</dt>
      <dd>
        <span className={`block font-semibold text-lg tabular-nums ${isBad ? "text-danger-text" : ""}`}>
          {value}
        </span>
        <span className="block text-muted text-xs">{detail}</span>
      </dd>
    </div>
  );
}

/** Below this share something is wrong that is worth looking at. */
const GOOD_SHARE = 0.95;

function Success({ health: { day, hour } }: { health: Health }) {
  const t = useTranslations("connections.health");
  const share = useShare();
  if (day.calls === 0) return <Fact label={t("success")} value="–" detail={t("lastDay")} />;
  const detail = hour.calls === 0 ? t("lastDay") : t("lastHour", { share: share(hour) });
  const isBad = (day.calls - day.failed) / day.calls < GOOD_SHARE;
  return <Fact label={t("success")} value={share(day)} detail={detail} isBad={isBad} />;
}

function useShare(): (calls: Health["day"]) => string {
  const format = useFormatter();
  return ({ calls, failed }) =>
    format.number((calls - failed) / calls, { style: "percent", maximumFractionDigits: 1 });
}

function Latency({ health: { day } }: { health: Health }) {
  const t = useTranslations("connections");
  const format = useFormatter();
  const ms = day.latencyMs;
  const value = ms === null ? "–" : t("test.ms", { ms: format.number(ms) });
  return <Fact label={t("health.latency")} value={value} detail={t("health.calls", { count: day.calls })} />;
}

function Breaker({ health: { breaker, breakerOpenUntil } }: { health: Health }) {
  const t = useTranslations("connections.health");
  const format = useFormatter();
  const time = breakerOpenUntil ? format.dateTime(new Date(breakerOpenUntil), { timeStyle: "medium" }) : "";
  return (
    <Fact
      label={t("breaker")}
      value={t(`breakers.${breaker}`)}
      detail={t(`breakerTexts.${breaker}`, { time })}
      isBad={breaker !== "closed"}
    />
  );
}
