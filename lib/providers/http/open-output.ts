import { type OpenedOutside, openOutside } from "#lib/net/open-outside.ts";
import type { OpenedOutput, ProviderOutput } from "#lib/providers/provider.ts";
import { AppError } from "#lib/shared/errors.ts";

/** Larger than any result of the API: three minutes of video in 4K. */
const MAX_OUTPUT_BYTES = 4 * 1024 ** 3;
const MAX_REDIRECTS = 3;

/** Links are signed for a while and hot-link protected (api-reference §1.6): all of these mean that this one is over. */
const GONE: readonly number[] = [403, 404, 410];

type OpenOutput = {
  readonly fromByte: number;
  readonly signal: AbortSignal;
  /** Told the outcome once, as calls are counted. */
  readonly count: (outcome: string) => void;
};

/**
 * The bytes at a result's address, which is a stranger's: read through the guarded door, and our credential stays at home.
 * @throws AppError not_found when the link is over, and as `openOutside` does
 */
export async function openOutput(
  { url }: ProviderOutput,
  { fromByte, signal, count }: OpenOutput,
): Promise<OpenedOutput> {
  const answer = await openFrom(url, { fromByte, signal }).catch((error: unknown) => {
    count("unreachable");
    throw error;
  });
  if (answer.type === "opened") {
    count("ok");
    const { body, totalBytes: bytes, startsAt, mime, etag: tag } = answer;
    return { body, bytes, startsAt, mime, tag };
  }
  count(`http ${answer.status}`);
  if (GONE.includes(answer.status))
    throw new AppError("not_found", "The provider keeps this file no longer.");
  const message = `The file was answered with status ${answer.status}.`;
  throw new AppError("provider_unavailable", message, { retryable: true });
}

async function openFrom(
  url: string,
  { fromByte, signal }: Omit<OpenOutput, "count">,
): Promise<OpenedOutside> {
  const limits = { maxBytes: MAX_OUTPUT_BYTES, maxRedirects: MAX_REDIRECTS, signal };
  const answer = await openOutside(url, { ...limits, fromByte });
  // It has nothing from there on: the file is another one by now, or we have had all of it.
  const isPastTheEnd = answer.type === "refused" && answer.status === 416 && fromByte > 0;
  return isPastTheEnd ? openOutside(url, limits) : answer;
}
