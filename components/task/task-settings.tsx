"use client";

import { useTranslations } from "use-intl/react";
import { useWords } from "#components/ui/use-words.ts";
import { isClipRequest } from "#lib/client/clip-request.ts";
import { modelWords } from "#lib/client/model-name.ts";
import type { TaskDetail } from "#lib/contract/tasks.ts";
import type { ClipRequest } from "#lib/kling/requests/clip.ts";
import { type Fact, FactList } from "./fact-list.tsx";
import { plainFacts } from "./plain-facts.tsx";
import { TaskSection } from "./task-section.tsx";
import { CLIP_FACT_FIELDS, useClipFacts } from "./use-clip-facts.ts";

/** Every parameter: a clip's in words, all others under their own names. */
export function TaskSettings({ task }: { task: TaskDetail }) {
  const { request } = task;
  return isClipRequest(request) ? (
    <ClipSettings task={task} request={request} />
  ) : (
    <PlainSettings task={task} />
  );
}

/** Its own section of the page says these. */
const NOT_A_SETTING = ["kind", "prompt", "negative_prompt"];

function ClipSettings({ task, request }: { task: TaskDetail; request: ClipRequest }) {
  const facts = useClipFacts(request, task);
  const rest = plainFacts(request, [...NOT_A_SETTING, ...CLIP_FACT_FIELDS]);
  return <Settings task={task} facts={[...facts, ...rest]} />;
}

function PlainSettings({ task }: { task: TaskDetail }) {
  const t = useTranslations("task.settings");
  const words = useWords();
  const model = modelWords(task.modelName);
  const facts = [
    ...(model ? [{ name: t("model"), value: words(model) }] : []),
    ...plainFacts(task.request, [...NOT_A_SETTING, "model_name"]),
  ];
  return <Settings task={task} facts={facts} />;
}

function Settings({ task, facts }: { task: TaskDetail; facts: readonly Fact[] }) {
  const t = useTranslations("task.settings");
  const origin: readonly Fact[] = [
    { name: t("connection"), value: task.connection.name },
    ...(task.apiKeyName === null ? [] : [{ name: t("apiKey"), value: task.apiKeyName }]),
  ];
  return (
    <TaskSection title={t("title")}>
      <FactList facts={[...facts, ...origin]} />
    </TaskSection>
  );
}
