import { duplicateExternalTaskId, nativeError, taskNotFound } from "#lib/kling/dialects/native-envelope.ts";
import { decodeListQuery } from "#lib/kling/dialects/native-list.ts";
import type { Endpoint } from "#lib/kling/endpoints.ts";
import type { AccountBooks } from "./account-books.ts";
import { type Answer, created, gatewayPage, listed, refusedWith, told } from "./answers.ts";
import { type Call, type Fault, isCarriedOut } from "./fault.ts";
import { type CreateOrder, readCreate } from "./read-create.ts";
import { type SimTask, viewAt } from "./sim-task.ts";
import type { SimOperation, TruthLog } from "./truth-log.ts";

export type Asked = {
  readonly endpoint: Endpoint;
  readonly account: string;
  readonly body: string;
  readonly query: URLSearchParams;
  readonly pathId: string | null;
};

type Sim = {
  readonly books: AccountBooks;
  readonly log: TruthLog;
  readonly requestId: string;
  readonly fileUrlOf: (task: SimTask) => string;
  readonly number: (operation: SimOperation, account: string, id: string | null) => Call;
  readonly judge: (call: Call) => Fault | null;
};

export type Done = {
  readonly answer: Answer;
  readonly fault: Fault | null;
  readonly order: CreateOrder | null;
  /** Present when this very call opened a task. */
  readonly accepted: SimTask | null;
};

/** Does what a call asks for, unless its fault comes first, and says what its caller would be told. */
export function carryOut(asked: Asked, sim: Sim): Done {
  switch (asked.endpoint.operation) {
    case "create":
    case "create_job":
      return create(asked, sim);
    case "list":
      return list(asked, sim);
    default:
      return get(asked, sim);
  }
}

function create({ endpoint, account, body }: Asked, { books, log, requestId, ...sim }: Sim): Done {
  const { dialect } = endpoint;
  const order = readCreate(body, { account, endpoint });
  const externalId = order?.externalId ?? null;
  const fault = sim.judge(sim.number("create", account, externalId));
  const refuse = (error: Parameters<typeof refusedWith>[1]): Done => {
    log.append({ type: "refused", externalId, account, code: error.code });
    return { answer: refusedWith(dialect, error, requestId), fault, order, accepted: null };
  };
  if (order === null) return refuse(nativeError(1200));
  if (fault?.type === "refuse") {
    if (fault.consumesId === true) books.consume(account, externalId);
    return refuse(nativeError(fault.code, fault.message));
  }
  if (!isCarriedOut(fault)) return { answer: pageOf(fault), fault, order, accepted: null };
  const opened = books.open(order);
  if (opened.outcome === "full") return refuse(nativeError(1303));
  if (opened.outcome === "duplicate") return refuse(duplicateExternalTaskId(opened.externalId));
  const { task } = opened;
  const view = viewAt(task, task.acceptedAtMs, sim.fileUrlOf(task));
  const answer = fault?.type === "gateway" ? gatewayPage(fault.status) : created(dialect, view, requestId);
  return { answer, fault, order, accepted: task };
}

function get({ endpoint, account, pathId }: Asked, { books, requestId, ...sim }: Sim): Done {
  const { dialect } = endpoint;
  const id = pathId ?? "";
  const fault = sim.judge(sim.number("get", account, id));
  const task = fault?.type === "lag" ? null : books.find(account, id);
  const truth =
    task === null
      ? refusedWith(dialect, taskNotFound(id), requestId)
      : told(dialect, viewAt(task, Date.now(), sim.fileUrlOf(task)), requestId);
  return { answer: faulty(fault, truth, { dialect, requestId }), fault, order: null, accepted: null };
}

function list({ endpoint, account, query }: Asked, { books, requestId, ...sim }: Sim): Done {
  const fault = sim.judge(sim.number("list", account, null));
  const { dialect } = endpoint;
  const page = decodeListQuery(query);
  if (!page.ok) return { answer: refusedWith(dialect, page, requestId), fault, order: null, accepted: null };
  const first = (page.pageNum - 1) * page.pageSize;
  const all = books.list(account).filter(({ kind }) => kind === endpoint.kind);
  // A replica that lags has not seen the newest ones.
  const known = fault?.type === "lag" ? all.slice(Math.ceil(all.length / 2)) : all;
  const views = known
    .slice(first, first + page.pageSize)
    .map((task) => viewAt(task, Date.now(), sim.fileUrlOf(task)));
  return {
    answer: faulty(fault, listed(views, requestId), { dialect, requestId }),
    fault,
    order: null,
    accepted: null,
  };
}

type Speaking = { readonly dialect: Endpoint["dialect"]; readonly requestId: string };

function faulty(fault: Fault | null, truth: Answer, { dialect, requestId }: Speaking): Answer {
  if (fault?.type === "gateway") return gatewayPage(fault.status);
  if (fault?.type === "refuse") return refusedWith(dialect, nativeError(fault.code), requestId);
  return truth;
}

function pageOf(fault: Fault | null): Answer {
  return gatewayPage(fault?.type === "gateway" ? fault.status : 502);
}
