import type { Asset } from "#lib/contract/assets.ts";
import { callApi } from "../api.ts";
import { ApiProblem, problemFrom, unansweredProblem } from "../api-problem.ts";
import { sendWithProgress } from "../send-with-progress.ts";

/** The server's side of a resumable upload, tus 1.0.0; each call throws `ApiProblem`, or the signal's reason. */
export type UploadDoor = {
  /** The path under which the bytes are then sent. */
  readonly create: (file: UploadFile, signal: AbortSignal) => Promise<string>;
  /** How many bytes the server has; null when it knows no such upload (any more). */
  readonly offset: (path: string, signal: AbortSignal) => Promise<number | null>;
  /** Sends one part and tells how many bytes the server has now. */
  readonly send: (path: string, part: UploadPart) => Promise<number>;
  /** Has the whole file judged and kept. */
  readonly finish: (path: string, signal: AbortSignal) => Promise<Asset>;
  readonly drop: (path: string) => Promise<void>;
};

export type UploadFile = { readonly file: Blob; readonly name: string };

export type UploadPart = {
  readonly bytes: Blob;
  readonly offset: number;
  readonly signal: AbortSignal;
  /** Bytes of this part that have left the device. */
  readonly onSent: (bytes: number) => void;
};

const PATH = "/api/uploads";
const TUS = { "tus-resumable": "1.0.0" } as const;

export const uploadDoor: UploadDoor = { create, offset, send, finish, drop };

async function create({ file, name }: UploadFile, signal: AbortSignal): Promise<string> {
  const answer = await ask(PATH, {
    method: "POST",
    headers: { ...TUS, "upload-length": String(file.size), "upload-metadata": metadataOf(file, name) },
    signal,
  });
  const { pathname } = new URL(answer.headers.get("location") ?? "", location.origin);
  if (!pathname.startsWith(`${PATH}/`)) throw unansweredProblem(new Error("an upload without an address"));
  return pathname;
}

async function offset(path: string, signal: AbortSignal): Promise<number | null> {
  try {
    return offsetIn(await ask(path, { method: "HEAD", headers: TUS, signal }));
  } catch (problem) {
    if (problem instanceof ApiProblem && (problem.status === 404 || problem.status === 410)) return null;
    throw problem;
  }
}

async function send(path: string, part: UploadPart): Promise<number> {
  const { bytes, signal, onSent } = part;
  const headers = {
    ...TUS,
    "upload-offset": String(part.offset),
    "content-type": "application/offset+octet-stream",
  };
  const call = { method: "PATCH", headers, body: bytes, signal };
  const onUploadProgress = (share: number) => onSent(share * bytes.size);
  return offsetIn(await answered(sendWithProgress(path, { ...call, onUploadProgress }), signal));
}

function finish(path: string, signal: AbortSignal): Promise<Asset> {
  return callApi<Asset>("POST", `${path}/finish`, { signal });
}

async function drop(path: string): Promise<void> {
  await ask(path, { method: "DELETE", headers: TUS });
}

function ask(path: string, call: RequestInit): Promise<Response> {
  return answered(fetch(path, { ...call, cache: "no-store" }), call.signal ?? undefined);
}

async function answered(call: Promise<Response>, signal: AbortSignal | undefined): Promise<Response> {
  const answer = await call.catch((error: unknown) => {
    signal?.throwIfAborted();
    throw unansweredProblem(error);
  });
  if (answer.ok) return answer;
  const body: unknown = await answer.json().catch(() => undefined); // HEAD has none; a proxy may send its own page
  throw problemFrom(answer.status, body, answer.headers.get("x-request-id"));
}

function offsetIn(answer: Response): number {
  const offset = Number(answer.headers.get("upload-offset") ?? Number.NaN);
  if (Number.isSafeInteger(offset) && offset >= 0) return offset;
  throw unansweredProblem(new Error("an answer without an offset"));
}

/** The limit of the server's own names. */
const MAX_NAME_CHARACTERS = 200;

/** `Upload-Metadata`: pairs of a name and a base64 value (tus 1.0.0, Creation). */
export function metadataOf(file: Blob, name: string): string {
  const pairs = [
    ["filename", name.slice(0, MAX_NAME_CHARACTERS)],
    ["filetype", file.type || "application/octet-stream"],
  ] as const;
  return pairs.map(([key, value]) => `${key} ${base64Of(value)}`).join(",");
}

function base64Of(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
