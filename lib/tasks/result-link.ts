import { isGoodLink, signedLinkTo } from "./file-link.ts";

/** As long as Kling keeps results. The link goes through the app, so trashing the clip ends it earlier. */
export const RESULT_LINK_DAYS = 30;

const RESULT_LINK_SECONDS = RESULT_LINK_DAYS * 24 * 60 * 60;

/** An absolute address that plays without a key or a cookie, for the clients of the gateway. */
export function resultLinkTo(assetId: string, now: Date): string {
  return signedLinkTo({ purpose: "result", assetId }, { now, seconds: RESULT_LINK_SECONDS });
}

/** Whether this address was made by us, for this file, and is still good. */
export function isGoodResultLink(assetId: string, query: URLSearchParams, now: Date): boolean {
  return isGoodLink({ purpose: "result", assetId }, { query, now });
}
