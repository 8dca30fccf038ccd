import { env } from "#lib/env.ts";
import { AppError } from "#lib/shared/errors.ts";
import { isSameOriginCall } from "./csrf.ts";

/** @throws AppError forbidden for a changing call that another site may have caused */
export function refuseCrossSite(request: Request): void {
  const { method, headers } = request;
  if (isSameOriginCall({ method, headers, ownOrigin: env.PUBLIC_URL })) return;
  throw new AppError("forbidden", "This call did not come from the studio's own pages.", {
    details: { reason: "cross_site" },
  });
}
