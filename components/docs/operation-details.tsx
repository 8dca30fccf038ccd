"use client";

import { type ReactNode, useId } from "react";
import { useTranslations } from "use-intl/react";
import { Badge } from "#components/ui/badge.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import type { ReferenceEntry } from "#lib/contract/api-reference.ts";
import { CodeBlock } from "./code-block.tsx";
import { TryOperation } from "./try-operation.tsx";

/** One operation: who may call it, with what, and, for the gateway, a call of one's own. */
export function OperationDetails({ entry }: { entry: ReferenceEntry }) {
  const t = useTranslations("docs.api");
  const { group, method, path, words, access, parameters, bodySchema } = entry;
  const action = "action" in access ? access.action : "";
  return (
    <article className="flex min-w-0 flex-col gap-6">
      <header>
        <h2 className="flex flex-wrap items-center gap-2 font-mono text-lg font-semibold [overflow-wrap:anywhere]">
          <Badge tone={method === "GET" ? "success" : "accent"}>{method}</Badge>
          {path}
        </h2>
        <p className="mt-2 text-base">{words}</p>
        <p className="mt-1 text-sm text-muted">
          {t("access")}: {t(`accesses.${access.kind}`, { action })}
        </p>
      </header>
      {parameters.length > 0 && (
        <Part title={t("parameters")}>
          <ul className="flex flex-col gap-1 text-sm">
            {parameters.map(({ name, place, isRequired }) => (
              <li key={name}>
                <code className="font-mono font-medium">{name}</code>{" "}
                <span className="text-muted">
                  {t(`places.${place}`)} · {t(isRequired ? "required" : "optional")}
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {group !== "studio" && <TryOperation key={entry.id} entry={entry} />}
      {bodySchema !== null && <Code title={t("body")} text={bodySchema} />}
    </article>
  );
}

function Part({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div className="mb-2 flex min-h-8 items-center justify-between gap-3">
        <h3 id={id} className="text-sm font-semibold">
          {title}
        </h3>
        {action}
      </div>
      {children}
    </section>
  );
}

function Code({ title, text }: { title: string; text: string }) {
  return (
    <Part title={title} action={<CopyButton text={text} variant="ghost" />}>
      <CodeBlock text={text} />
    </Part>
  );
}
