import type { ConnectionView } from "#lib/contract/connections.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import type { TtsRequest } from "#lib/kling/requests/tts.ts";

/** Said by every voice, so that they can be compared; a sample is known again by it. */
const SENTENCES = {
  zh: "清晨的海边，一只纸船随着波浪慢慢漂向远方。",
  en: "At dawn a small paper boat drifts slowly out to sea.",
} as const;

export function sampleRequest(voiceId: string, language: "zh" | "en"): TtsRequest {
  return { kind: "tts", text: SENTENCES[language], voice_id: voiceId, voice_language: language };
}

/** Only Kling's own dialect has words for speech (§4.1). */
export function speaksSamples({ provider, isEnabled }: ConnectionView): boolean {
  return isEnabled && (provider === "sandbox" || provider === "native");
}

type Spoken = Pick<TaskSummary, "request" | "status" | "connection" | "output">;

/** The newest sample of each voice that this connection made or is making, by voice; failed ones may be ordered again. */
export function samplesOf<Task extends Spoken>(
  tasks: readonly Task[],
  { connectionId, language }: { readonly connectionId: string | null; readonly language: "zh" | "en" },
): ReadonlyMap<string, Task> {
  const found = new Map<string, Task>();
  for (const task of tasks) {
    const { request, status, connection } = task;
    if (request.kind !== "tts" || request.text !== SENTENCES[language]) continue;
    if (request.voice_language !== language || connection.id !== connectionId) continue;
    if (status === "failed" || status === "canceled" || found.has(request.voice_id)) continue;
    found.set(request.voice_id, task);
  }
  return found;
}
