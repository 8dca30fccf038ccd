import { openOutside } from "./open-outside.ts";
import { refused } from "./outbound-url.ts";

type FetchOutside = {
  readonly maxBytes: number;
  /** Each is checked like the first address; 0 treats a redirect as a failure. */
  readonly maxRedirects: number;
  readonly signal: AbortSignal;
};

/**
 * The whole file at a URL that someone outside gave us, through the door of `openOutside`.
 * @throws AppError as `openOutside` does, and invalid_request for any status but success
 */
export async function fetchOutside(text: string, options: FetchOutside): Promise<Uint8Array> {
  const answer = await openOutside(text, options);
  if (answer.type === "refused") throw refused(`it answered with status ${answer.status}`);
  const chunks: Uint8Array[] = [];
  for await (const chunk of answer.body) chunks.push(chunk);
  return Buffer.concat(chunks);
}
