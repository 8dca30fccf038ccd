import type { TaskRequest } from "#lib/kling/requests/request.ts";
import type { Submission } from "#lib/providers/provider.ts";

/** An order without files; `given` lays anything else over it. */
export function submissionOf(request: TaskRequest, given: Partial<Submission> = {}): Submission {
  return {
    request,
    externalId: "order-1",
    extraFields: {},
    readInput: (role) => Promise.reject(new Error(`nothing was given for ${role}`)),
    inputUrl: () => null,
    upstreamIdOf: () => null,
    callbackUrl: null,
    signal: new AbortController().signal,
    ...given,
  };
}
