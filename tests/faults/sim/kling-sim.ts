import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { nativeError } from "#lib/kling/dialects/native-envelope.ts";
import { matchEndpoint } from "#lib/kling/endpoints.ts";
import { AccountBooks, type Variant } from "./account-books.ts";
import { accountOf } from "./account-of.ts";
import { refusedWith } from "./answers.ts";
import { type CallbackManner, callBack } from "./call-back.ts";
import { carryOut } from "./carry-out.ts";
import { type Call, type FaultScript, NO_FAULTS, nameOfFault } from "./fault.ts";
import { fileAnswer } from "./files.ts";
import type { CreateOrder } from "./read-create.ts";
import { send, sendCut } from "./send.ts";
import type { SimTask } from "./sim-task.ts";
import { type SimOperation, TruthLog } from "./truth-log.ts";

export type SimOptions = Partial<Variant> & {
  readonly faults?: FaultScript;
  readonly callbacks?: CallbackManner;
  /** Awaited when a create was accepted, before it is answered: the moment to kill somebody. */
  readonly onAccepted?: (task: SimTask) => void | Promise<void>;
  /** Awaited when the head of a call was read and its body was not. */
  readonly onHead?: (operation: SimOperation) => void | Promise<void>;
  /** Where finished files are fetched from, without a slash at the end; this server's own address unless told. */
  readonly fileOrigin?: string;
  /** The truth is written there too, a JSON line each. */
  readonly logFile?: string;
};

export type KlingSim = {
  /** `http://127.0.0.1:port`; the native paths are also served under `/kling`. */
  readonly url: string;
  readonly log: TruthLog;
  readonly books: AccountBooks;
  /** Another behaviour from the next call on. */
  readonly setFaults: (faults: FaultScript) => void;
  readonly close: () => Promise<void>;
};

/**
 * A Kling of our own: native paths with and without `/kling`, the unified and the generations gateway, all over the same
 * books. Every `Authorization` is an account of its own. It is never killed, and its log is the truth.
 */
export async function startKlingSim(options: SimOptions = {}): Promise<KlingSim> {
  const log = new TruthLog(options.logFile);
  const books = new AccountBooks(log, { ...DEFAULT_VARIANT, ...options });
  const closing = new AbortController();
  const counts = new Map<string, number>();
  let faults = options.faults ?? NO_FAULTS;
  let calls = 0;

  function numbered(operation: SimOperation, account: string, id: string | null): Call {
    calls += 1;
    const key = `${operation} ${account} ${id}`;
    const nth = (counts.get(key) ?? 0) + 1;
    counts.set(key, nth);
    return { n: calls, nth, operation, account, id };
  }

  function judge(call: Call) {
    const fault = faults(call);
    const { operation, account, id } = call;
    log.append({ type: "call", operation, account, id, fault: fault === null ? null : nameOfFault(fault) });
    return fault;
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams: query } = new URL(request.url ?? "/", "http://sim");
    const { account, refusal } = accountOf(request.headers.authorization ?? "", Date.now());
    const [, fileId] = /^\/files\/(\w+)\.mp4$/.exec(pathname) ?? [];
    if (fileId !== undefined) {
      await options.onHead?.("download");
      return serveFile(request, response, fileId);
    }
    const match = matchEndpoint(request.method ?? "GET", pathname.replace(/^\/kling\//, "/"));
    const operation = operationOf(match.found ? match.endpoint.operation : "");
    await options.onHead?.(operation);
    const body = await readBody(request);
    if (body === null) return; // the caller died while sending
    const requestId = `sim-${calls + 1}`;
    if (!match.found || operation === "other") {
      const error = nativeError(match.found ? 1200 : 1203);
      return send(response, refusedWith("native", error, requestId), null);
    }
    if (refusal !== null) {
      log.append({ type: "refused", externalId: null, account, code: refusal });
      return send(response, refusedWith(match.endpoint.dialect, nativeError(refusal), requestId), null);
    }
    const files = options.fileOrigin ?? originOf(request);
    const asked = { endpoint: match.endpoint, account, body, query, pathId: match.id ?? null };
    const done = carryOut(asked, { books, log, requestId, fileUrlOf, number: numbered, judge });
    if (done.accepted !== null) {
      await options.onAccepted?.(done.accepted);
      tellOf(done.accepted, done.order, fileUrlOf(done.accepted));
    }
    await send(response, done.answer, done.fault);

    function fileUrlOf({ upstreamId }: SimTask): string {
      return `${files}/files/${upstreamId}.mp4?sign=${requestId}`; // signed anew each time that it is told
    }
  }

  function serveFile(request: IncomingMessage, response: ServerResponse, upstreamId: string): Promise<void> {
    const fault = judge(numbered("download", "", upstreamId));
    const answer = fileAnswer({ upstreamId, range: request.headers.range, fault });
    const { fromByte, sentBytes } = answer;
    log.append({ type: "downloaded", upstreamId, fromByte, bytes: sentBytes });
    if (sentBytes === answer.body.length && fault?.type !== "wrong_length")
      return send(response, answer, fault);
    sendCut(response, answer, sentBytes);
    return Promise.resolve();
  }

  function tellOf(task: SimTask, order: CreateOrder | null, fileUrl: string): void {
    const url = order?.callbackUrl ?? null;
    const manner = options.callbacks;
    if (url === null || manner === undefined) return;
    void callBack({ task, url, manner, fileUrl, log, signal: closing.signal });
  }

  const server = createServer((request, response) => {
    response.on("error", () => undefined); // the caller may be dead
    handle(request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = 1;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // a TCP server has a port
    log,
    books,
    setFaults: (next) => {
      faults = next;
    },
    async close() {
      closing.abort();
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

const DEFAULT_VARIANT: Variant = {
  refusesDuplicate: () => true,
  parallel: Number.POSITIVE_INFINITY,
  fateOf: ({ prompt }) => ({
    afterMs: 400,
    failure: /\[fail\]/.test(prompt) ? "The picture is not safe" : null,
  }),
  // What kling-v3 costs in std without sound (api-reference §9), so that gateways that tell no price agree.
  priceOf: ({ seconds }) => (Number(seconds) * 0.6).toFixed(1),
};

function operationOf(operation: string): SimOperation {
  if (operation === "create" || operation === "create_job") return "create";
  if (operation === "get" || operation === "get_job") return "get";
  return operation === "list" ? "list" : "other";
}

function originOf(request: IncomingMessage): string {
  return `http://${request.headers.host ?? "127.0.0.1"}`;
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  try {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    return body;
  } catch {
    return null;
  }
}
