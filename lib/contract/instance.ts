import { z } from "zod";
import { defineOperation } from "./operation.ts";

export const HEALTH_PARTS = ["web", "database", "queue", "worker", "disk"] as const;

const healthPartSchema = z.object({
  status: z.enum(["up", "down"]),
  /** A number that helps to see why: milliseconds, waiting jobs, seconds since the last heartbeat, free bytes. */
  measure: z.object({ name: z.string(), value: z.number() }).nullable(),
});

export const healthSchema = z.object({
  status: z.enum(["up", "down"]),
  /** Only for people who are signed in; anyone else learns up or down. */
  parts: z.record(z.enum(HEALTH_PARTS), healthPartSchema).optional(),
});

export type HealthPart = z.infer<typeof healthPartSchema>;
export type Health = z.infer<typeof healthSchema>;

export const getHealthOperation = defineOperation({
  id: "getHealth",
  method: "GET",
  path: "/api/health",
  summary: "Whether everything that a clip needs is up. 503 when it is not.",
  access: { kind: "public" },
  response: healthSchema,
});

export const getLivezOperation = defineOperation({
  id: "getLivez",
  method: "GET",
  path: "/api/livez",
  summary: "Whether this web process answers at all; asks nothing else.",
  access: { kind: "public" },
  response: z.object({ status: z.literal("up") }),
});

export const getOpenApiOperation = defineOperation({
  id: "getOpenApi",
  method: "GET",
  path: "/api/openapi.json",
  summary: "This document: the studio's API as OpenAPI 3.1.",
  access: { kind: "public" },
  response: "stream",
});

export const getGatewayOpenApiOperation = defineOperation({
  id: "getGatewayOpenApi",
  method: "GET",
  path: "/api/openapi-gateway.json",
  summary: "The gateway for Kling clients as OpenAPI 3.1.",
  access: { kind: "public" },
  response: "stream",
});

export const getMetricsOperation = defineOperation({
  id: "getMetrics",
  method: "GET",
  path: "/metrics",
  summary: "The operator's numbers as Prometheus text; needs METRICS_TOKEN as bearer, else 404.",
  access: { kind: "public" },
  response: "stream",
});
