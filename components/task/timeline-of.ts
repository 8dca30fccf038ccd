import type { TaskEvent } from "#lib/contract/tasks.ts";

export type Tone = "plain" | "good" | "bad";

/** Steps worth telling a person, by the event's type; its words are `timeline.<type>`. */
const TONES = {
  created: "plain",
  submitting: "plain",
  postponed: "plain",
  doubted: "plain",
  accepted: "plain",
  started: "plain",
  finished: "plain",
  archive_delayed: "plain",
  succeeded: "good",
  measured: "plain",
  failed: "bad",
  canceled: "plain",
  abandoned: "bad",
  retried: "plain",
  decided: "plain",
  adopted: "plain",
  failed_over: "plain",
  fetching_again: "plain",
  archive_alarm: "bad",
  trashed: "plain",
  restored: "plain",
} as const satisfies Record<string, Tone>;

export type StepName = keyof typeof TONES;

export type TimelineEntry = {
  readonly seq: number;
  readonly name: StepName;
  readonly tone: Tone;
  readonly createdAt: string;
};

/**
 * The steps of a task's life. Progress reports are left out, and a step that repeats in a row (a provider that
 * stays busy postpones again and again) is told once, at its first time.
 */
export function timelineOf(events: readonly TaskEvent[]): readonly TimelineEntry[] {
  return events
    .flatMap(({ seq, type, createdAt }) =>
      isStep(type) ? [{ seq, name: type, tone: TONES[type], createdAt }] : [],
    )
    .filter((entry, index, entries) => entry.name !== entries[index - 1]?.name);
}

function isStep(type: string): type is StepName {
  return Object.hasOwn(TONES, type);
}
