import { expect } from "vitest";
import { refusalAt } from "#lib/contract/gateway/answer-of.ts";
import { httpStatusOf, isKnownCode } from "#lib/kling/codes.ts";
import { type Dialect, ENDPOINTS, type Endpoint } from "#lib/kling/endpoints.ts";
import type { TaskKind } from "#lib/kling/task-kinds.ts";
import { type Answer, callGateway, type GatewayTeam } from "./world.ts";

export const NAMED_ENDPOINTS = ENDPOINTS.map((endpoint) => ({
  endpoint,
  name: `${endpoint.method} ${endpoint.path}`,
}));

export type Wanted = {
  readonly id?: string;
  readonly body?: unknown;
  readonly query?: string | undefined;
  readonly prefix?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly authorization?: string | null;
};

/** One call of an endpoint by a key of the team. */
export function call(team: GatewayTeam, endpoint: Endpoint, wanted: Wanted): Promise<Answer> {
  const { id = "", query, prefix = "", method = endpoint.method, headers, body } = wanted;
  const { authorization = `Bearer ${team.keys.key}` } = wanted;
  const path = `${prefix}${endpoint.path.replace("{id}", id)}${query ? `?${query}` : ""}`;
  return callGateway({
    method,
    path,
    body,
    headers: { ...headers, ...(authorization !== null && { authorization }) },
  });
}

/** Refused with this code, its own HTTP status, and the dialect's shape. */
export function expectRefused(
  endpoint: Endpoint,
  { status, body }: Answer,
  code: number | readonly number[],
  what = "",
): void {
  const told = `${endpoint.method} ${endpoint.path} ${what}: ${JSON.stringify(body, plain)}`;
  expect([code].flat(), told).toContain(body.code);
  expect(status, told).toBe(isKnownCode(body.code) ? httpStatusOf(body.code) : 0);
  expect(refusalAt(endpoint).safeParse(body).error?.message, told).toBeUndefined();
}

export function createOf(kind: TaskKind, dialect: Dialect = "native"): Endpoint {
  const found = ENDPOINTS.find(
    (it) => it.dialect === dialect && it.operation === "create" && it.kind === kind,
  );
  if (found === undefined) throw new Error(`${kind} cannot be created`);
  return found;
}

export function jobOf(dialect: "unified" | "generations"): Endpoint {
  const found = ENDPOINTS.find((it) => it.dialect === dialect && it.operation === "create_job");
  if (found === undefined) throw new Error(`${dialect} makes no jobs`);
  return found;
}

/** For `JSON.stringify`, which knows no long numbers. */
export function plain(_name: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}
