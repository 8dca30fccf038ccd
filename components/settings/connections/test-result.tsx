"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { useProblemText } from "#components/ui/problem-text.ts";
import { reveal } from "#components/ui/reveal.ts";
import { useWords } from "#components/ui/use-words.ts";
import type { ConnectionTest } from "#lib/contract/connections.ts";
import { sentences } from "./sentences.ts";

type Props = {
  test: {
    readonly isPending: boolean;
    readonly data: ConnectionTest | undefined;
    readonly error: unknown;
  };
};

/** What a test proved, how long it took, and what to do when it failed; announced when it is there. */
export function TestResult({ test }: Props) {
  const t = useTranslations("connections.test");
  const { isPending, data, error } = test;
  return (
    <div role="status" className="min-w-0 flex-1 basis-56 text-sm empty:hidden">
      {isPending && <p className="text-muted">{t("running")}</p>}
      {!isPending && data && <Verdict result={data} />}
      {!isPending && error != null && <Unasked error={error} />}
    </div>
  );
}

function Verdict({ result }: { result: ConnectionTest }) {
  const t = useTranslations("connections.test");
  const words = useWords();
  const { ok, proved, latencyMs, code, explain, remedy } = result;
  const facts = [t(`proved.${proved}`), t("ms", { ms: latencyMs }), code !== null && t("code", { code })];
  return (
    <div ref={reveal} className={ok ? "text-success-text" : "text-danger-text"}>
      <p className="flex items-center gap-1.5 font-medium [&_svg]:size-4 [&_svg]:shrink-0">
        {ok ? <CircleCheck aria-hidden /> : <CircleAlert aria-hidden />}
        {ok ? t("passed") : t("failed")}
        <span className="font-normal text-muted text-xs">{facts.filter(Boolean).join(" · ")}</span>
      </p>
      <p className="text-muted text-xs">
        {words(sentences(...[explain, remedy].filter((text) => text !== null)))}
      </p>
    </div>
  );
}

function Unasked({ error }: { error: unknown }) {
  const { line } = useProblemText()(error);
  return (
    <p ref={reveal} className="text-danger-text">
      {line}
    </p>
  );
}
