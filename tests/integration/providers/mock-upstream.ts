import type { ServerResponse } from "node:http";
import type { Dialect } from "#lib/kling/endpoints.ts";
import { readOrders } from "#lib/providers/sandbox/orders.ts";
import { type HttpFixture, type ReceivedCall, startHttpFixture } from "#tests/support/http-fixture.ts";
import { RECORDED, type RecordedAnswer, type RecordedTask } from "./recorded-answers.ts";

export const KEY = "sk-planted-secret-0123456789";
export const CLIP = Buffer.from(Array.from({ length: 50_000 }, (_, index) => index % 251));

export type MockUpstream = {
  readonly origin: string;
  readonly host: string;
  readonly calls: HttpFixture["calls"];
  /** Tasks that were opened, in order: what an upstream would send a bill for. */
  readonly opened: () => readonly RecordedTask[];
  readonly succeed: (id: string) => void;
  /** Links of finished tasks end, as after thirty days. */
  readonly expireLinks: () => void;
  readonly close: () => void;
};

type Books = { tasks: RecordedTask[]; areLinksOver: boolean; refusals: Map<string, number> };

/**
 * A gateway of one dialect that replays recorded answers over real HTTP. It obeys the orders that the sandbox obeys in a prompt, so
 * that one contract can be put to both.
 */
export async function startMockUpstream(dialect: Dialect): Promise<MockUpstream> {
  const books: Books = { tasks: [], areLinksOver: false, refusals: new Map() };
  const fixture: HttpFixture = await startHttpFixture((call, response) => {
    if (call.path.startsWith("/media/")) return sendClip(call, response, books);
    const answer = answerTo(call, { dialect, books, origin: `http://127.0.0.1:${fixture.port}` });
    if (answer === null) return response.destroy();
    response.writeHead(answer.status, { "content-type": "application/json" });
    return response.end(JSON.stringify(answer.body));
  });
  return {
    origin: `http://127.0.0.1:${fixture.port}`,
    host: `127.0.0.1:${fixture.port}`,
    calls: fixture.calls,
    opened: () => books.tasks,
    succeed(id) {
      books.tasks = books.tasks.map((task) => (task.id === id ? { ...task, state: "succeeded" } : task));
    },
    expireLinks() {
      books.areLinksOver = true;
    },
    close: fixture.close,
  };
}

type Place = { readonly dialect: Dialect; readonly books: Books; readonly origin: string };

/** Null: the connection is cut without a word. */
function answerTo(call: ReceivedCall, place: Place): RecordedAnswer | null {
  const answers = RECORDED[place.dialect];
  if (call.headers.authorization !== `Bearer ${KEY}`) return answers.refusal(1002);
  if (call.method === "POST") return create(JSON.parse(call.body), place);
  const url = new URL(call.path, place.origin);
  if (url.pathname === "/account/costs" && answers.costs !== undefined) return answers.costs();
  const { tasks } = place.books;
  if (url.searchParams.has("pageNum") && answers.list !== undefined) {
    const size = Number(url.searchParams.get("pageSize"));
    const from = (Number(url.searchParams.get("pageNum")) - 1) * size;
    return answers.list(tasks.toReversed().slice(from, from + size));
  }
  const id = decodeURIComponent(url.pathname.split("/").at(-1) ?? "");
  const found = tasks.find((task) => task.id === id || task.externalId === id);
  return found ? answers.task(found) : answers.refusal(1201, `Task not found by id/external id: ${id}`);
}

type Created = { readonly prompt?: string; readonly external_task_id?: string };

function create(
  { prompt = "", external_task_id: externalId = "" }: Created,
  place: Place,
): RecordedAnswer | null {
  const { dialect, books, origin } = place;
  const answers = RECORDED[dialect];
  const orders = readOrders(prompt);
  const order = externalId || prompt;
  const refusals = books.refusals.get(order) ?? 0;
  if (orders.refuse !== null && refusals < orders.refuse.times) {
    books.refusals.set(order, refusals + 1);
    return answers.refusal(orders.refuse.code);
  }
  if (externalId !== "" && books.tasks.some((task) => task.externalId === externalId))
    return answers.refusal(1201, `External_task_id ${externalId} already exists`);
  const id = `93083153407568${2845 + books.tasks.length}`;
  const failure = orders.failWith ?? "";
  const task: RecordedTask = {
    id,
    externalId,
    state: failure === "" ? "submitted" : "failed",
    failure,
    videoUrl: `${origin}/media/${id}.mp4`,
  };
  books.tasks.push(task);
  return orders.lose === "reply" ? null : answers.created(task);
}

/** A result link: signed for a while, read in ranges, and never shown our credential. */
function sendClip(call: ReceivedCall, response: ServerResponse, { areLinksOver }: Books): void {
  if (areLinksOver || call.headers.authorization !== undefined) {
    response.writeHead(403).end();
    return;
  }
  const from = Number(/^bytes=(\d+)-$/.exec(call.headers.range ?? "")?.[1] ?? 0);
  const headers = { "content-type": "video/mp4", "content-length": CLIP.length - from };
  if (from === 0) response.writeHead(200, headers);
  else
    response.writeHead(206, {
      ...headers,
      "content-range": `bytes ${from}-${CLIP.length - 1}/${CLIP.length}`,
    });
  response.end(CLIP.subarray(from));
}
