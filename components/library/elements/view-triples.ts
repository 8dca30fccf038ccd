import type { TaskOutput } from "#lib/contract/tasks.ts";

/** What ai-multi-shot made, as proposals of three views each; they arrive one view after the other (off-26b §4.2). */
export function viewTriples(outputs: readonly Pick<TaskOutput, "assetId" | "label">[]): readonly string[][] {
  const views = (["view_1", "view_2", "view_3"] as const).map((label) =>
    outputs.filter((output) => output.label === label).map(({ assetId }) => assetId),
  );
  const [first = []] = views;
  return first.map((_, index) => views.flatMap((ids) => ids[index] ?? []));
}
