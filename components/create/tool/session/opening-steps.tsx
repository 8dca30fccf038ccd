"use client";

import { ScanSearch } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useProblemText } from "#components/ui/problem-text.ts";
import { Progress } from "#components/ui/progress.tsx";
import { useWords } from "#components/ui/use-words.ts";
import { PriceLine } from "../../prompt/price-line.tsx";
import { TakeFailure } from "../../stage/take-failure.tsx";
import type { Tool } from "../use-tool.ts";
import type { Opening } from "./use-opening.ts";

type Props = {
  tool: Tool;
  opening: Opening;
  label: string;
  /** What it is for, and the word on its button. */
  hint: string;
  action: string;
  /** Once the session is open. */
  children: ReactNode;
};

/** From a film to the session over it: what it costs, the button, how it goes, what went wrong; then what it is for. */
export function OpeningSteps({ tool, opening, label, hint, action, children }: Props) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="flex min-h-48 min-w-0 flex-1 flex-col gap-3 rounded-lg border border-dashed border-line-strong p-3"
    >
      <h3 id={id} className="font-medium">
        {label}
      </h3>
      <Step {...{ tool, opening, hint, action }}>{children}</Step>
    </section>
  );
}

function Step({ tool, opening, hint, action, children }: Omit<Props, "label">) {
  const t = useTranslations("create.session");
  const { film, task, isBusy, problem } = opening;
  if (film === undefined) return <p className="text-sm text-muted">{`${hint} ${t("needsFilm")}`}</p>;
  switch (task?.status) {
    case "succeeded":
      return (
        <>
          <Home tool={tool} opening={opening} />
          {children}
          <Button variant="ghost" size="sm" className="mt-auto self-start" onClick={() => opening.follow("")}>
            {t("again")}
          </Button>
        </>
      );
    case "failed":
    case "canceled":
    case "unknown":
      return <TakeFailure task={task} onRetried={opening.follow} />;
    case undefined:
      return isBusy && problem === null ? (
        <Looking />
      ) : (
        <Beginning opening={opening} hint={hint} action={action} />
      );
    default:
      return <Looking />;
  }
}

function Looking() {
  const t = useTranslations("create.session");
  return (
    <div role="status" className="m-auto flex w-full max-w-xs flex-col gap-3 text-center text-sm">
      <p className="font-medium">{t("looking")}</p>
      <Progress label={t("looking")} value={undefined} />
    </div>
  );
}

function Beginning({ opening, hint, action }: Pick<Props, "opening" | "hint" | "action">) {
  const t = useTranslations("create.session");
  const words = useWords();
  const problemText = useProblemText();
  const { refusals, price, isPractice, problem, open } = opening;
  return (
    <>
      <p className="text-sm text-muted text-pretty">{`${hint} ${t("expires")}`}</p>
      <div role="status" className="flex flex-col gap-1 text-sm text-warning-text empty:hidden">
        {refusals.map(({ path, code, message }) => (
          <p key={`${path} ${code}`}>{words(message)}</p>
        ))}
      </div>
      {problem !== null && (
        <Notice tone="danger" title={problemText(problem).title}>
          {problemText(problem).next}
        </Notice>
      )}
      {refusals.length === 0 && (
        <div className="mt-auto flex flex-wrap items-center justify-between gap-3">
          <PriceLine price={price} takes={1} isPractice={isPractice} />
          <Button variant="primary" icon={<ScanSearch aria-hidden />} onClick={open}>
            {action}
          </Button>
        </div>
      )}
    </>
  );
}

/** An order at another connection would find no such session. */
function Home({ tool, opening: { home } }: Pick<Props, "tool" | "opening">) {
  const t = useTranslations("create.session");
  if (home === undefined) return null;
  return (
    <Notice
      tone="warning"
      action={
        <Button size="sm" onClick={() => tool.dispatch({ type: "choose-connection", connectionId: home.id })}>
          {t("goBack", { name: home.name })}
        </Button>
      }
    >
      {t("elsewhere", { name: home.name })}
    </Notice>
  );
}
