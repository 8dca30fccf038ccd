"use client";

import { useQuery } from "@tanstack/react-query";
import { Check, Sparkles } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { useFailureText } from "#components/ui/task/use-failure-text.ts";
import { assetUrl, findAsset } from "#lib/client/assets.ts";
import { taskQuery } from "#lib/client/tasks.ts";
import type { Asset } from "#lib/contract/assets.ts";
import type { ConnectionView } from "#lib/contract/connections.ts";
import { isTerminal } from "#lib/contract/task-status.ts";
import type { TaskDetail } from "#lib/contract/tasks.ts";
import { OrderPrice } from "../../order-price.tsx";
import { useOrder } from "../../use-order.ts";
import { viewTriples } from "../view-triples.ts";

type Props = {
  front: Asset;
  place: ConnectionView;
  onChoose: (views: readonly Asset[]) => void;
};

/** Further views of the front, drawn by Kling: three proposals of three, of which one is taken. */
export function ViewsByAi({ front, place, onChoose }: Props) {
  const t = useTranslations("library.elements.form");
  const [taskId, setTaskId] = useState<string | null>(null);
  const order = useOrder(({ id }) => setTaskId(id));
  const request = { kind: "ai-multi-shot", element_frontal_image: front.id } as const;
  if (taskId !== null) return <Proposals taskId={taskId} onChoose={onChoose} />;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-3">
        <Button
          size="sm"
          busy={order.isSending}
          icon={<Sparkles aria-hidden />}
          onClick={() => order.send({ request, connectionId: place.id })}
        >
          {t("views")}
        </Button>
        <OrderPrice place={place} request={request} />
      </div>
      <FormProblem problem={order.problem} />
    </div>
  );
}

function Proposals({ taskId, onChoose }: { taskId: string; onChoose: Props["onChoose"] }) {
  const t = useTranslations("library.elements.form");
  const { data: task } = useQuery(taskQuery(taskId));
  if (task === undefined || !isTerminal(task.status))
    return (
      <div role="status" className="text-muted text-xs">
        <Progress label={t("viewsComing")} value={task?.progress || undefined} className="mb-1.5" />
        {t("viewsComing")}
      </div>
    );
  if (task.status !== "succeeded") return <Failure task={task} />;
  return <Choice task={task} onChoose={onChoose} />;
}

function Failure({ task }: { task: TaskDetail }) {
  const { explain, remedy } = useFailureText(task);
  return (
    <p role="alert" className="text-danger-text text-sm">
      {explain} <span className="text-muted">{remedy}</span>
    </p>
  );
}

function Choice({ task, onChoose }: { task: TaskDetail; onChoose: Props["onChoose"] }) {
  const t = useTranslations("library.elements.form");
  const [chosen, setChosen] = useState<number | null>(null);
  const take = async (index: number, ids: readonly string[]) => {
    setChosen(index);
    onChoose(await Promise.all(ids.map((id) => findAsset(id))));
  };
  return (
    <fieldset>
      <legend className="mb-2 font-medium text-sm">{t("viewsChoose")}</legend>
      <div className="grid gap-2 sm:grid-cols-3">
        {viewTriples(task.outputs).map((ids, index) => (
          <button
            key={ids.join()}
            type="button"
            aria-pressed={chosen === index}
            aria-label={t("viewsOption", { number: index + 1 })}
            onClick={() => void take(index, ids)}
            className="relative grid grid-cols-3 gap-1 rounded-lg border border-line p-1.5 transition-colors hover:bg-hover aria-pressed:border-accent-line aria-pressed:bg-accent-soft"
          >
            {ids.map((id) => (
              // biome-ignore lint/performance/noImgElement: stills are made to size
              <img
                key={id}
                src={assetUrl(id, "poster")}
                alt=""
                className="aspect-square w-full rounded-sm bg-stage object-cover"
              />
            ))}
            {chosen === index && (
              <Check
                aria-hidden
                className="absolute top-2 right-2 size-5 rounded-full bg-accent p-0.5 text-on-accent"
              />
            )}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
