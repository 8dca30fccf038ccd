"use client";

import { Notice } from "./notice.tsx";
import { useProblemText } from "./problem-text.ts";
import { reveal } from "./reveal.ts";

type Props = {
  /** Null when all is well. */
  problem: unknown;
  /** Words for a code that means something special in this form, e.g. a wrong password. */
  override?: string | undefined;
};

/** The failure of a whole form, above its button; announced when it appears. */
export function FormProblem({ problem, override }: Props) {
  const textOf = useProblemText();
  return (
    <div role="alert" className="empty:hidden">
      {problem != null && (
        <div ref={reveal}>
          <ProblemNotice text={textOf(problem)} override={override} />
        </div>
      )}
    </div>
  );
}

function ProblemNotice(props: {
  text: ReturnType<ReturnType<typeof useProblemText>>;
  override: string | undefined;
}) {
  const { text, override } = props;
  if (override) return <Notice tone="danger">{override}</Notice>;
  return (
    <Notice tone="danger" title={text.title}>
      <p>{text.next}</p>
      {text.reference && <p className="mt-1 font-mono text-xs">{text.reference}</p>}
    </Notice>
  );
}
