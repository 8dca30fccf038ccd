import type { UpstreamRefusal } from "#lib/kling/dialects/native-envelope.ts";
import type { ListedTask } from "#lib/kling/dialects/native-read-task.ts";
import type { TaskRequest } from "#lib/kling/requests/request.ts";
import type { TaskKind } from "#lib/kling/task-kinds.ts";
import type { ProviderTask } from "#lib/providers/provider.ts";
import { AppError } from "#lib/shared/errors.ts";
import type { DialectClient } from "./dialect-client.ts";
import { providerTaskOf } from "./provider-task.ts";
import type { Sent } from "./sent.ts";
import type { Transport } from "./transport.ts";

export type Asking = {
  readonly client: DialectClient;
  readonly transport: Transport;
  readonly nowMs: () => number;
  readonly signal: AbortSignal;
};

/** Tasks of one page (api-reference §1.4). */
const MAX_PAGE_SIZE = 500;
const MIN_PAGE_SIZE = 30;

type One = { readonly operation: "find" | "query"; readonly kind: TaskKind; readonly id: string };

/**
 * One task by an id; null when upstream says that it has none of it.
 * @throws AppError provider_unavailable when that cannot be told
 */
export async function readTask({ operation, kind, id }: One, asking: Asking): Promise<ProviderTask | null> {
  const { client, transport, nowMs, signal } = asking;
  const path = client.taskPath(kind, id);
  if (path === null) throw cannotTell(`a task of ${kind} cannot be asked for`);
  const sent = await transport({ operation, method: "GET", path, signal });
  if (sent.type !== "answered") throw cannotTell(sent.message);
  const answer = client.readTask(sent.body, kind);
  if (answer.ok) return providerTaskOf(answer.value, { raw: sent.body, nowMs: nowMs() });
  if (isNotFound(sent, answer)) return null;
  throw cannotTell(`HTTP ${sent.status}: ${answer.message}`);
}

/** Kinds whose pages document the query by upstream's own id alone (§1.4). */
const READ_BY_OWN_ID: readonly TaskKind[] = ["advanced-lip-sync"];

/**
 * A task by our id. Where only the query by upstream's id is documented, the newest tasks of the kind are looked through as well.
 * Null when there is none.
 * @throws AppError provider_unavailable when that cannot be told
 */
export async function findTask(
  { kind, externalId }: { readonly kind: TaskKind; readonly externalId: string },
  asking: Asking,
): Promise<ProviderTask | null> {
  const found = await readTask({ operation: "find", kind, id: externalId }, asking);
  if (found !== null || asking.client.list === undefined || !READ_BY_OWN_ID.includes(kind)) return found;
  const page = await readPage({ kind, pageNum: 1, pageSize: MAX_PAGE_SIZE }, asking);
  const listed = page.find(({ view }) => view.externalTaskId === externalId);
  return listed === undefined
    ? null
    : providerTaskOf(listed.view, { raw: listed.raw, nowMs: asking.nowMs() });
}

type Wanted = { readonly upstreamTaskId: string; readonly request: TaskRequest };

/**
 * The states of many tasks by pages of their kinds. Lists are taken to begin with the newest (§1.4): what is not on the pages that
 * should hold it is left out, for the caller to ask for alone.
 * @throws AppError provider_unavailable when a page cannot be had
 */
export async function listTasks(
  wanted: readonly Wanted[],
  asking: Asking,
): Promise<ReadonlyMap<string, ProviderTask>> {
  const found = new Map<string, ProviderTask>();
  for (const [kind, tasks] of Map.groupBy(wanted, ({ request }) => request.kind)) {
    if (asking.client.list?.path(kind) == null) continue;
    await listKind(
      { kind, missing: new Set(tasks.map(({ upstreamTaskId }) => upstreamTaskId)), found },
      asking,
    );
  }
  return found;
}

type Listing = {
  readonly kind: TaskKind;
  readonly missing: Set<string>;
  readonly found: Map<string, ProviderTask>;
};

async function listKind({ kind, missing, found }: Listing, asking: Asking): Promise<void> {
  const pageSize = Math.min(MAX_PAGE_SIZE, Math.max(MIN_PAGE_SIZE, missing.size * 2));
  const lastPage = Math.ceil(missing.size / pageSize) + 1;
  for (let pageNum = 1; pageNum <= lastPage && missing.size > 0; pageNum += 1) {
    const page = await readPage({ kind, pageNum, pageSize }, asking);
    for (const { view, raw } of page) {
      if (missing.delete(view.id)) found.set(view.id, providerTaskOf(view, { raw, nowMs: asking.nowMs() }));
    }
    if (page.length < pageSize) return;
  }
}

type Page = { readonly kind: TaskKind; readonly pageNum: number; readonly pageSize: number };

async function readPage({ kind, pageNum, pageSize }: Page, asking: Asking): Promise<readonly ListedTask[]> {
  const { client, transport, signal } = asking;
  const path = client.list?.path(kind) ?? null;
  if (client.list === undefined || path === null) throw cannotTell(`tasks of ${kind} cannot be listed`);
  const query = { pageNum: String(pageNum), pageSize: String(pageSize) };
  const sent = await transport({ operation: "list", method: "GET", path, query, signal });
  if (sent.type !== "answered") throw cannotTell(sent.message);
  const answer = client.list.read(sent.body, kind);
  if (!answer.ok) throw cannotTell(`HTTP ${sent.status}: ${answer.message}`);
  return answer.value;
}

/**
 * The live server answers 400 and 1201 with these words (§1.4); the table of codes has 404 and 1203. A 404 without a word of JSON
 * may come from anything between us and the upstream, and proves nothing.
 */
export function isNotFound(
  { status }: Extract<Sent, { type: "answered" }>,
  { code, message }: UpstreamRefusal,
): boolean {
  if (code === 1203) return true;
  return (code === 1201 || status === 404) && /not (found|exist)/i.test(message);
}

/**
 * Whether a create was refused because our id is known already, in the live server's words (§1.4) or words like them. Names of
 * elements and voices may exist already as well, which is no such thing.
 */
export function isDuplicate({ message }: UpstreamRefusal, externalId: string): boolean {
  const isAboutId = message.includes(externalId) || /external_?task_?id/i.test(message);
  return isAboutId && /already exist|duplicate/i.test(message);
}

function cannotTell(message: string): AppError {
  return new AppError("provider_unavailable", message, { retryable: true });
}
