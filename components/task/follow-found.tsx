"use client";

import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { useProblemText } from "#components/ui/problem-text.ts";
import { useLookupProblem } from "#components/ui/task/use-lookup-problem.ts";
import { TextInput } from "#components/ui/text-input.tsx";
import { decideTaskMutation } from "#lib/client/task-decisions.ts";
import type { TaskDetail } from "#lib/contract/tasks.ts";

/** For somebody who has found the task at the provider's: it is followed under that id, and nothing is ordered. */
export function FollowFound({ task }: { task: TaskDetail }) {
  const t = useTranslations("task");
  const textOf = useProblemText();
  const lookupText = useLookupProblem();
  const [id, setId] = useState("");
  const decide = useMutation(decideTaskMutation());
  const upstreamTaskId = id.trim();
  const follow = (event: FormEvent) => {
    event.preventDefault();
    if (upstreamTaskId !== "") decide.mutate({ task, decision: { decision: "check_again", upstreamTaskId } });
  };
  const problem = decide.error ? (lookupText(decide.error) ?? textOf(decide.error).line) : undefined;
  return (
    <details className="mt-6 w-full max-w-sm text-left text-sm">
      <summary className="mx-auto w-fit cursor-pointer rounded-md text-center text-muted hover:text-text">
        {t("decide.found")}
      </summary>
      <form onSubmit={follow} className="mt-3 flex flex-col gap-3">
        <Field label={t("decide.upstreamId")} hint={t("decide.upstreamIdHint")} error={problem}>
          {(control) => (
            <TextInput
              {...control}
              value={id}
              autoComplete="off"
              spellCheck={false}
              maxLength={128}
              onChange={(event) => setId(event.currentTarget.value)}
            />
          )}
        </Field>
        <Button type="submit" busy={decide.isPending} className="self-center">
          {t("decide.follow")}
        </Button>
      </form>
    </details>
  );
}
