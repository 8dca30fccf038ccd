import type { TaskRequest } from "#lib/kling/requests/request.ts";
import type { Provider } from "#lib/providers/provider.ts";
import { AppError } from "#lib/shared/errors.ts";
import { accountCalls } from "./account-calls.ts";
import { checkConnection } from "./check-connection.ts";
import { findTask, listTasks, readTask } from "./find-tasks.ts";
import { libraryCalls } from "./library-calls.ts";
import { openOutput } from "./open-output.ts";
import { type SubmitDeps, submissionClassIn, submit } from "./submit.ts";

export type HttpProviderDeps = SubmitDeps & {
  /** Told how each opening of a result was answered. */
  readonly countOutput: (outcome: string) => void;
};

/** An upstream that is reached over HTTP, whatever its dialect. */
export function createHttpProvider(deps: HttpProviderDeps): Provider {
  const { upstream, client, transport, nowMs, countOutput } = deps;
  const asking = (signal: AbortSignal) => ({ client, transport, nowMs, signal });
  const classOf = (request: TaskRequest) => submissionClassIn(deps, request);
  return {
    submissionClass: classOf,
    submit: (submission) => submit(submission, deps),
    async findByExternalId(externalId, request, signal) {
      const submissionClass = classOf(request);
      if (submissionClass === "A" || submissionClass === "A?")
        return findTask({ kind: request.kind, externalId }, asking(signal));
      throw new AppError("unprocessable", "This upstream knows no ids of ours for such tasks.");
    },
    query: (id, { kind }, signal) => readTask({ operation: "query", kind, id }, asking(signal)),
    ...(upstream.listsTasks === true &&
      client.list !== undefined && {
        queryMany: (tasks, signal) => listTasks(tasks, asking(signal)),
      }),
    openOutput: (output, options) => openOutput(output, { ...options, count: countOutput }),
    check: (signal) => checkConnection({ upstream, client, transport, nowMs, signal }),
    ...accountCalls({ upstream, transport, nowMs }),
    ...libraryCalls(upstream.dialect, transport),
  };
}
