import { type ClientRequest, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

export type Wire = { readonly origin: string; readonly headers: Readonly<Record<string, string>> };

export type WireAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
};

type Sent = {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  /** The connection is torn after so many bytes of the body. */
  readonly cutAfter?: number;
};

const TUS = { "tus-resumable": "1.0.0" };

/** One call over a connection of its own. @returns null when nobody answered: it was cut, or the process died or is not up */
export function callWire({ origin, headers }: Wire, sent: Sent): Promise<WireAnswer | null> {
  const { method, path, body, cutAfter } = sent;
  return new Promise((resolve) => {
    const all = { ...headers, ...TUS, ...sent.headers, "content-length": String(body?.length ?? 0) };
    const call = request(`${origin}${path}`, { method, headers: all, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", () => resolve(null));
      answer.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text });
      });
    });
    call.on("error", () => resolve(null));
    if (cutAfter === undefined || body === undefined || cutAfter >= body.length) call.end(body);
    else call.write(body.subarray(0, cutAfter), () => void tear(call));
  });
}

/** What was written is on its way by then; the other side sees the connection end in the middle of a body. */
async function tear(call: ClientRequest): Promise<void> {
  await sleep(20);
  call.destroy();
}

export async function beginOnWire(
  wire: Wire,
  { name, type, length }: { readonly name: string; readonly type: string; readonly length: number },
): Promise<string> {
  const [filename, filetype] = [name, type].map((text) => Buffer.from(text).toString("base64"));
  const headers = {
    "upload-length": String(length),
    "upload-metadata": `filename ${filename},filetype ${filetype}`,
  };
  const answer = await callWire(wire, { method: "POST", path: "/api/uploads", headers });
  if (answer?.status !== 201) throw new Error(`not begun: ${answer?.status} ${answer?.body}`);
  return String(answer.headers.location).split("/").at(-1) ?? "";
}

/** Null while nobody answers. */
export async function offsetOnWire(wire: Wire, id: string): Promise<number | null> {
  const answer = await callWire(wire, { method: "HEAD", path: `/api/uploads/${id}` });
  return answer?.status === 200 ? Number(answer.headers["upload-offset"]) : null;
}

export function patchOnWire(
  wire: Wire,
  {
    id,
    offset,
    body,
    cutAfter,
  }: { readonly id: string; readonly offset: number; readonly body: Buffer; readonly cutAfter?: number },
): Promise<WireAnswer | null> {
  return callWire(wire, {
    method: "PATCH",
    path: `/api/uploads/${id}`,
    headers: { "upload-offset": String(offset), "content-type": "application/offset+octet-stream" },
    body,
    ...(cutAfter !== undefined && { cutAfter }),
  });
}

export function finishOnWire(wire: Wire, id: string): Promise<WireAnswer | null> {
  return callWire(wire, { method: "POST", path: `/api/uploads/${id}/finish` });
}

/**
 * Sends a file as a client does whose link is cut: asks where to go on, goes on, until all of it is there.
 * @param nextCut after how many bytes of a call its connection is torn; infinity leaves it alone
 * @returns how many calls were cut or refused
 */
export async function sendOverBadLink(
  wire: Wire,
  { id, file, nextCut }: { readonly id: string; readonly file: Buffer; readonly nextCut: () => number },
): Promise<number> {
  let broken = 0;
  for (;;) {
    const offset = await offsetOnWire(wire, id);
    if (offset === file.length) return broken;
    if (offset !== null) {
      const cutAfter = nextCut();
      const answer = await patchOnWire(wire, { id, offset, body: file.subarray(offset), cutAfter });
      if (answer?.status === 204) continue;
      if (answer !== null && answer.status !== 409) throw new Error(`${answer.status} ${answer.body}`);
    }
    broken += 1;
    await sleep(50);
  }
}
