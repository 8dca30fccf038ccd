import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** A task of the pretended upstream: it runs from one moment to the other. */
export type UpstreamTask = {
  readonly account: string;
  readonly id: string;
  readonly createdMs: number;
  readonly endsMs: number;
};

export type Counts = { readonly lists: number; readonly alone: number };

/**
 * Answers for many accounts as Kling's own dialect does: one task by its id, and pages that begin with the newest. Each answer
 * takes LATENCY_MS. Opened tasks come as messages of the parent; the word "counts" is answered with how often it was asked.
 */
const latencyMs = Number(process.env.LATENCY_MS);
const PATH = /^\/(\w+)\/v1\/videos\/text2video(?:\/(\w[\w-]*))?$/;

const newestFirst = new Map<string, UpstreamTask[]>();
const byId = new Map<string, UpstreamTask>();
const counts = { lists: 0, alone: 0 };

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? "/", "http://upstream");
  const [, account = "", id] = PATH.exec(url.pathname) ?? [];
  await sleep(latencyMs);
  response.setHeader("content-type", "application/json");
  const data = id === undefined ? pageOf(account, url.searchParams) : oneOf(id);
  const answer = data === null ? { code: 1203, message: "not found" } : { code: 0, message: "SUCCEED", data };
  response.end(JSON.stringify({ ...answer, request_id: "perf" }));
});

function pageOf(account: string, query: URLSearchParams) {
  counts.lists += 1;
  const [pageNum, pageSize] = [Number(query.get("pageNum")), Number(query.get("pageSize"))];
  const tasks = newestFirst.get(account) ?? [];
  return tasks.slice((pageNum - 1) * pageSize, pageNum * pageSize).map(wordsOf);
}

function oneOf(id: string) {
  counts.alone += 1;
  const task = byId.get(id);
  return task === undefined ? null : wordsOf(task);
}

function wordsOf({ id, createdMs, endsMs }: UpstreamTask) {
  const isOver = endsMs <= Date.now();
  const videos = [{ id: `${id}-1`, url: `https://files.example/${id}.mp4`, duration: "5.1" }];
  return {
    task_id: id,
    task_status: isOver ? "succeed" : "processing",
    task_status_msg: "",
    task_info: {},
    created_at: createdMs,
    updated_at: isOver ? endsMs : createdMs,
    ...(isOver && { task_result: { videos }, final_unit_deduction: "2" }),
  };
}

process.on("message", (message: UpstreamTask[] | "counts") => {
  if (message === "counts") return process.send?.({ ...counts });
  for (const task of message) {
    byId.set(task.id, task);
    newestFirst.set(task.account, [task, ...(newestFirst.get(task.account) ?? [])]);
  }
});

server.listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.("listening"));
