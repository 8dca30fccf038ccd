import type { ChildMessage } from "./child-messages.ts";
import { isRecord } from "./child-messages.ts";

/** Thrown by a child's work when the input itself is at fault: the parent gets the word, not a stack. */
export class ChildRefusal extends Error {
  readonly refusal: string;

  constructor(refusal: string, message: string) {
    super(message);
    this.name = "ChildRefusal";
    this.refusal = refusal;
  }
}

type ChildWork = (input: unknown, reportProgress: (fraction: number) => void) => Promise<unknown>;

/**
 * The child's half of `runLimitedChild`: waits for the one input, does the work, answers once and leaves. A child whose
 * parent died leaves at once: nobody is waiting for its result.
 */
export function serveParent(work: ChildWork): void {
  process.once("disconnect", () => process.exit(1));
  // A decoder may throw from its own callbacks, where no caller of ours can catch it.
  process.once("uncaughtException", (error) => process.send?.(failureOf(error), () => process.exit(1)));
  process.once("message", async (message) => {
    const input = isRecord(message) ? message.input : undefined;
    const answer = await answerOf(work, input);
    process.send?.(answer, () => process.exit(answer.type === "result" ? 0 : 1));
  });
}

async function answerOf(work: ChildWork, input: unknown): Promise<ChildMessage> {
  try {
    return { type: "result", value: await work(input, reportProgress) };
  } catch (error) {
    return failureOf(error);
  }
}

/** What FFmpeg cannot read is the file's fault; everything else is ours. */
function failureOf(error: unknown): ChildMessage {
  if (error instanceof ChildRefusal)
    return { type: "refused", refusal: error.refusal, message: error.message };
  if (error instanceof Error && error.name === "FFmpegError")
    return { type: "refused", refusal: "undecodable", message: error.message };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { type: "failed", message };
}

function reportProgress(fraction: number): void {
  process.send?.({ type: "progress", fraction } satisfies ChildMessage);
}
