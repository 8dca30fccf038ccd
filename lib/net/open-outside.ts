import { env } from "#lib/env.ts";
import { AppError } from "#lib/shared/errors.ts";
import { readContentRange } from "./content-range.ts";
import { isAllowed, parseOutboundUrl, refused } from "./outbound-url.ts";
import { guarded, unguarded } from "./outside-dispatcher.ts";
import { pacedBody } from "./paced-body.ts";
import { type OutsideAnswer, type Patience, requestOutside } from "./request-outside.ts";

const USER_AGENT = "Framewright/1 (+media fetch)";
const PATIENCE: Patience = { headMs: 15_000, idleMs: 15_000 };

/** Codings that leave the bytes as they are; some stores of the S3 kind still name the framing of the upload. */
const PLAIN_CODINGS: readonly string[] = ["", "identity", "aws-chunked"];

type OpenOutside = {
  /** Of this answer, not of the whole file; a longer one ends in payload_too_large. */
  readonly maxBytes: number;
  /** Each is checked like the first address; 0 treats a redirect as a failure. */
  readonly maxRedirects: number;
  /** Where to go on; 0 by default. A sender without ranges begins at 0 again. */
  readonly fromByte?: number;
  /** The `etag` of the part that is there already: when the file has changed, the sender begins at 0 again. */
  readonly ifRange?: string;
  /** Ends the call and the stream. */
  readonly signal: AbortSignal;
  readonly patience?: Patience;
};

export type OpenedOutside =
  | {
      readonly type: "opened";
      /** Cancelling it closes the connection. Its errors are AppErrors, or what `signal` was aborted with. */
      readonly body: ReadableStream<Uint8Array>;
      /** Where in the file the stream begins. */
      readonly startsAt: number;
      /** Of the whole file, however much of it is streamed; null when the sender does not tell. */
      readonly totalBytes: number | null;
      /** As the sender claims: never trust it about the content. */
      readonly mime: string | null;
      readonly etag: string | null;
    }
  /** The sender answered with a status that is no success: 403, 404, 410, 416, 5xx … */
  | { readonly type: "refused"; readonly status: number };

/**
 * GETs a URL that someone outside gave us: the only door through which the studio reads such addresses. The name is resolved once,
 * every record must be public, the connection goes to the checked address, and the peer is looked at again once connected, so that
 * neither a name that changes its mind nor a redirect leads inside. Never sends cookies, keys or headers of ours.
 * @throws AppError invalid_request when the address or the answer is not acceptable, payload_too_large, provider_unavailable
 * (retryable) when no answer came; whatever `signal` was aborted with
 */
export async function openOutside(text: string, options: OpenOutside): Promise<OpenedOutside> {
  let url = parseOutboundUrl(text, env.OUTBOUND_ALLOWED_HOSTS);
  for (let hop = 0; hop <= options.maxRedirects; hop += 1) {
    const answer = await get(url, options);
    const { location } = answer.headers;
    if (answer.statusCode < 300 || answer.statusCode > 399 || typeof location !== "string")
      return open(answer, options);
    discard(answer);
    if (!URL.canParse(location, url)) throw refused("it redirects to something that is not a URL");
    url = parseOutboundUrl(new URL(location, url).href, env.OUTBOUND_ALLOWED_HOSTS);
  }
  throw refused("it redirects too often");
}

function get(url: URL, { fromByte = 0, ifRange, patience = PATIENCE, signal }: OpenOutside) {
  return requestOutside(url, {
    method: "GET",
    headers: {
      "user-agent": USER_AGENT,
      accept: "*/*",
      "accept-encoding": "identity",
      ...(fromByte > 0 && { range: `bytes=${fromByte}-` }),
      ...(fromByte > 0 && ifRange !== undefined && { "if-range": ifRange }),
    },
    dispatcher: isAllowed(url, env.OUTBOUND_ALLOWED_HOSTS) ? unguarded : guarded,
    patience,
    signal,
  });
}

function open(answer: OutsideAnswer, { fromByte = 0, maxBytes, signal }: OpenOutside): OpenedOutside {
  const { statusCode: status, headers } = answer;
  if (status !== 200 && status !== 206) {
    discard(answer);
    return { type: "refused", status };
  }
  try {
    if (!PLAIN_CODINGS.includes((textOf(headers["content-encoding"]) ?? "").toLowerCase()))
      throw refused("it answered compressed, which it was not asked for");
    const bytes = readLength(textOf(headers["content-length"]));
    if (bytes !== null && bytes > maxBytes)
      throw new AppError("payload_too_large", `The file is larger than ${maxBytes} bytes.`);
    const range = status === 206 ? readContentRange(textOf(headers["content-range"]) ?? "") : null;
    if (status === 206 && range?.firstByte !== fromByte)
      throw refused("it answered with another part of the file than the one it was asked for");
    return {
      type: "opened",
      body: streamOf(answer, pacedBody(answer.body, { maxBytes, now: () => performance.now(), signal })),
      startsAt: range?.firstByte ?? 0,
      totalBytes: range === null ? bytes : range.totalBytes,
      mime: textOf(headers["content-type"]),
      etag: textOf(headers.etag),
    };
  } catch (error) {
    discard(answer);
    throw error;
  }
}

/** A header that was sent once; one that was sent twice says nothing. */
function textOf(header: string | string[] | undefined): string | null {
  return typeof header === "string" ? header : null;
}

function readLength(header: string | null): number | null {
  return header !== null && /^\d{1,15}$/.test(header) ? Number(header) : null;
}

/** Closes the connection: what follows is of no use, and may never end. */
function discard({ body }: OutsideAnswer): void {
  body.destroy();
}

/** Nothing is read ahead, and whoever cancels closes the connection, read or not. */
function streamOf(answer: OutsideAnswer, chunks: AsyncIterator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const step = await chunks.next();
        if (step.done === true) controller.close();
        else controller.enqueue(step.value);
      },
      cancel: () => discard(answer),
    },
    { highWaterMark: 0 },
  );
}
