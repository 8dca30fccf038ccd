import { afterAll, expect, test, vi } from "vitest";
import { metricsResponse } from "#lib/http/metrics.ts";
import { closeProducerQueue } from "#lib/queue/queue.ts";
import { createTasks } from "#lib/tasks/create-tasks.ts";
import { createTeam } from "#tests/support/team-fixture.ts";

const TOKEN = vi.hoisted(() => {
  process.env.METRICS_TOKEN = "a-token-of-the-operator"; // read once, when lib/env.ts is loaded
  return process.env.METRICS_TOKEN;
});
const REQUEST = { kind: "text2video", model_name: "kling-v3", prompt: "a fox", duration: "3" } as const;

async function ask(authorization?: string): Promise<Response> {
  const headers = new Headers(authorization === undefined ? [] : [["authorization", authorization]]);
  return metricsResponse(new Request("http://localhost/metrics", { headers }));
}

afterAll(closeProducerQueue);

test("monitoring reads the state of the work", async () => {
  const { caller, connectionId } = await createTeam();
  await createTasks({ caller, request: REQUEST, takes: 3, connectionId });
  const response = await ask(`Bearer ${TOKEN}`);
  expect(response.headers.get("content-type")).toContain("text/plain");
  const text = await response.text();
  expect(text).toMatch(/^framewright_open_tasks\{status="queued"\} 3$/m);
  expect(text).toMatch(/^framewright_waiting_jobs\{queue="submit-task"\} 3$/m);
  expect(text).toMatch(/^framewright_worker_heartbeat_age_seconds -1$/m);
  expect(text).toMatch(/^process_cpu_seconds_total /m);
  expect(text).not.toContain("NaN");
});

test.each([undefined, "Bearer ", "Bearer wrong", `Basic ${TOKEN}`, TOKEN])(
  "nobody else learns that it is there: %j",
  async (authorization) => {
    await expect(ask(authorization)).rejects.toMatchObject({ code: "not_found" });
  },
);
