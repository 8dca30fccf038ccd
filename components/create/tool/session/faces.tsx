"use client";

import { useEffect, useEffectEvent } from "react";
import { useTranslations } from "use-intl/react";
import { classNames } from "#components/ui/class-names.ts";
import { useWords } from "#components/ui/use-words.ts";
import { assetUrl } from "#lib/client/assets.ts";
import type { TaskDetail } from "#lib/contract/tasks.ts";
import { FACE_FILM, FACE_PATHS, FACE_TASK } from "#lib/kling/forms/advanced-lip-sync-form.ts";
import { form as opener } from "#lib/kling/forms/identify-face-form.ts";
import { textAt } from "#lib/kling/forms/tool-draft.ts";
import type { TaskResult } from "#lib/kling/task-result.ts";
import type { InstrumentProps } from "../instruments.tsx";
import { OpeningSteps } from "./opening-steps.tsx";
import { useOpening } from "./use-opening.ts";

type Faces = Extract<TaskResult, { type: "faces" }>;

/** The faces of the film, once somebody looked for them; one is chosen. */
export function FacePicker({ tool, field }: InstrumentProps) {
  const t = useTranslations("create.faces");
  const words = useWords();
  const opening = useOpening(tool, { opener, film: FACE_FILM, taskPath: FACE_TASK });
  const { film, task } = opening;
  const { state, dispatch } = tool;
  const found = facesOf(task);
  const adopt = useEffectEvent((session: Faces) => {
    const { session_id: reference, faces } = session;
    if (film === undefined || textAt(state.draft, FACE_PATHS.session) === reference) return;
    dispatch({ type: "put-file", path: FACE_PATHS.session, reference, file: { ...film, faces } });
    const [only] = faces;
    dispatch({
      type: "patch",
      patch: { [FACE_PATHS.face]: faces.length === 1 ? only?.face_id : undefined },
    });
  });
  useEffect(() => {
    if (found !== null) adopt(found);
  }, [found]);
  return (
    <OpeningSteps {...{ tool, opening }} label={words(field.label)} hint={t("hint")} action={t("find")}>
      {task !== undefined && found !== null && <Choice {...{ tool, task, found }} />}
    </OpeningSteps>
  );
}

type ChoiceProps = Pick<InstrumentProps, "tool"> & { task: TaskDetail; found: Faces };

function Choice({ tool, task, found }: ChoiceProps) {
  const t = useTranslations("create.faces");
  const stills = task.outputs.filter(({ label }) => label === "face");
  const chosen = textAt(tool.state.draft, FACE_PATHS.face);
  if (found.faces.length === 0) return <p className="text-sm text-warning-text">{t("none")}</p>;
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-sm text-muted">{t("choose")}</legend>
      <div className="flex flex-wrap gap-2">
        {found.faces.map(({ face_id, start_time, end_time }, index) => {
          const name = t("face", { number: index + 1 });
          const still = stills[index];
          return (
            <label
              key={face_id}
              className={classNames(
                "flex min-h-11 cursor-pointer flex-col gap-1 rounded-lg border p-1.5 text-sm has-focus-visible:outline-2 has-focus-visible:outline-accent",
                face_id === chosen ? "border-accent bg-accent-soft" : "border-line bg-surface hover:bg-hover",
              )}
            >
              <input
                type="radio"
                name="face"
                aria-label={name}
                checked={face_id === chosen}
                onChange={() => tool.dispatch({ type: "patch", patch: { [FACE_PATHS.face]: face_id } })}
                className="sr-only"
              />
              {still && (
                // biome-ignore lint/performance/noImgElement: people's own pictures never pass through the optimizer
                <img
                  src={assetUrl(still.assetId, "content")}
                  alt=""
                  className="size-24 rounded-md bg-stage object-cover"
                />
              )}
              <span className="px-0.5 font-medium">{name}</span>
              <span className="px-0.5 text-xs text-muted tabular-nums">
                {t("span", { from: secondsOf(start_time), to: secondsOf(end_time) })}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

/** To a tenth. */
function secondsOf(milliseconds: number): number {
  return Math.round(milliseconds / 100) / 10;
}

function facesOf(task: TaskDetail | undefined): Faces | null {
  const result = task?.result as TaskResult | null | undefined; // written from a provider's answer of this type
  return result?.type === "faces" ? result : null;
}
