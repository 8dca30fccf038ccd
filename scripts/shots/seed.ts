import { setTimeout as delay } from "node:timers/promises";
import type { APIRequestContext } from "@playwright/test";
import { z } from "zod";

/** Ids of tasks in the states that have a look of their own. */
export type SeededTasks = { succeeded: string; failed: string; running: string };

export const ACCOUNT = {
  email: "mei@example.com",
  password: "boat-kettle-91-lantern",
  name: "林小美",
  teamName: "纸船工作室",
};

const REQUESTS = [
  { prompt: "清晨的海边，一只红色纸船随着波浪漂向远方，阳光洒在水面上", duration: "5", aspect_ratio: "16:9" },
  {
    prompt: "A lighthouse on a cliff in a thunderstorm at night, waves breaking below",
    duration: "5",
    aspect_ratio: "16:9",
  },
  { prompt: "雪夜里的小镇，窗户透出温暖的灯光", duration: "5", aspect_ratio: "9:16" },
  { prompt: "A fox walking through an autumn forest, leaves falling", duration: "5", aspect_ratio: "1:1" },
] as const;

const MODEL = "kling-v1-6";
const SETTLED_WITHIN_MS = 180_000;
const POLL_MS = 500;

const createdSchema = z.object({ tasks: z.array(z.object({ id: z.string() })).min(1) });
const taskSchema = z.object({ status: z.string() });

/** Orders a few clips as a member would and waits until they are there. */
export async function seedTasks(request: APIRequestContext): Promise<SeededTasks> {
  const finished: string[] = [];
  for (const body of REQUESTS) finished.push(await order(request, body));
  const failed = await order(request, { ...REQUESTS[0], prompt: "[fail:1301] 海边的纸船" });
  const trashed = await order(request, { ...REQUESTS[3], prompt: "[fail:1301] a fox that nobody needs" });
  for (const id of [...finished, failed, trashed]) await settled(request, id);
  await request.delete(`/api/tasks/${trashed}`);
  const running = await order(request, {
    ...REQUESTS[1],
    prompt: "[slow:600] a lighthouse that takes its time",
  });
  return { succeeded: finished[0] ?? "", failed, running };
}

type Order = { prompt: string; duration: string; aspect_ratio: string };

async function order(request: APIRequestContext, body: Order): Promise<string> {
  const response = await request.post("/api/tasks", {
    headers: { "Idempotency-Key": crypto.randomUUID() },
    data: { request: { kind: "text2video", model_name: MODEL, mode: "std", ...body } },
  });
  if (!response.ok()) throw new Error(`seeding failed with ${response.status()}: ${await response.text()}`);
  const [task] = createdSchema.parse(await response.json()).tasks;
  return task?.id ?? "";
}

async function settled(request: APIRequestContext, id: string): Promise<void> {
  const deadline = performance.now() + SETTLED_WITHIN_MS;
  while (performance.now() < deadline) {
    const { status } = taskSchema.parse(await (await request.get(`/api/tasks/${id}`)).json());
    if (["succeeded", "failed", "canceled"].includes(status)) return;
    await delay(POLL_MS);
  }
  throw new Error(`task ${id} did not settle`);
}
