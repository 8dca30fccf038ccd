"use client";

import { useMutation } from "@tanstack/react-query";
import { useFormatter, useNow, useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { useWords } from "#components/ui/use-words.ts";
import { pauseConnectionMutation } from "#lib/client/connections.ts";
import type { Connection } from "#lib/contract/connections.ts";
import { findBusinessCode } from "#lib/kling/codes.ts";
import { sentences } from "./sentences.ts";
import { useTellProblem } from "./use-connection-problem.ts";

const MINUTE_MS = 60_000;

const WORDS = { person: "pausedByPerson", account: "pausedByAccount", restore: "pausedByRestore" } as const;

/** Why nothing is submitted there, what to do about it, and the way on. */
export function PauseNotice({ connection, mayManage }: { connection: Connection; mayManage: boolean }) {
  const t = useTranslations("connections");
  const format = useFormatter();
  const now = useNow({ updateInterval: MINUTE_MS });
  const words = useWords();
  const resume = useMutation({ ...pauseConnectionMutation(), onError: useTellProblem() });
  const { pause } = connection;
  if (pause === null) return null;
  const when = format.relativeTime(new Date(pause.at), now);
  const code = pause.code === null ? undefined : findBusinessCode(pause.code);
  return (
    <Notice
      tone={pause.by === "account" ? "danger" : "warning"}
      title={t(WORDS[pause.by], { when })}
      action={
        mayManage && (
          <Button
            size="sm"
            busy={resume.isPending}
            onClick={() => resume.mutate({ id: connection.id, to: "resume" })}
          >
            {t("resume")}
          </Button>
        )
      }
    >
      {code && (
        <p>
          {words(sentences(code.explain, code.remedy))} <span className="text-xs">({code.code})</span>
        </p>
      )}
    </Notice>
  );
}
