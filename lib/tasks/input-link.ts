import { isGoodLink, signedLinkTo } from "./file-link.ts";

/** Longer than an upstream takes to fetch what it was sent; the link ends sooner, with the last task that needs the file. */
const INPUT_LINK_SECONDS = 2 * 24 * 60 * 60;

/** An absolute address under which an upstream can fetch the input of a task. */
export function inputLinkTo(assetId: string, now: Date): string {
  return signedLinkTo({ purpose: "input", assetId }, { now, seconds: INPUT_LINK_SECONDS });
}

/** Whether this address was made by us, for this file as an input, and is still good. */
export function isGoodInputLink(assetId: string, query: URLSearchParams, now: Date): boolean {
  return isGoodLink({ purpose: "input", assetId }, { query, now });
}
