"use client";

import { useId } from "react";
import { useTranslations } from "use-intl/react";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { useWords } from "#components/ui/use-words.ts";
import type { Connection } from "#lib/contract/connections.ts";
import { UPSTREAMS } from "#lib/kling/upstreams.ts";
import { ConnectionActions } from "./connection-actions.tsx";
import { ConnectionHealth } from "./connection-health.tsx";
import { ConnectionTest } from "./connection-test.tsx";
import { PauseNotice } from "./pause-notice.tsx";

type Props = {
  connection: Connection;
  /** All of the team's, in their order. */
  ids: readonly string[];
  mayManage: boolean;
};

/** One connection: what it is, whether it works, and what can be done about it. */
export function ConnectionCard({ connection, ids, mayManage }: Props) {
  const id = useId();
  return (
    <Card role="article" aria-labelledby={id} className="flex flex-col gap-4 p-4 sm:p-5">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <h2 id={id} className="min-w-0 break-words font-semibold text-base">
              {connection.name}
            </h2>
            <Badges connection={connection} />
          </div>
          <Facts connection={connection} />
        </div>
        {mayManage && <ConnectionActions connection={connection} ids={ids} />}
      </div>
      <PauseNotice connection={connection} mayManage={mayManage} />
      {mayManage && connection.provider !== "sandbox" && <ConnectionTest connection={connection} />}
      <ConnectionHealth connection={connection} />
    </Card>
  );
}

function Badges({ connection }: { connection: Connection }) {
  const t = useTranslations("connections");
  const { isDefault, isEnabled, pause, provider, health } = connection;
  return (
    <>
      {isDefault && <Badge tone="accent">{t("default")}</Badge>}
      {provider === "sandbox" && <Badge tone="success">{t("practice")}</Badge>}
      {!isEnabled && <Badge>{t("off")}</Badge>}
      {pause && <Badge tone={pause.by === "account" ? "danger" : "warning"}>{t("paused")}</Badge>}
      {health.breaker !== "closed" && <Badge tone="danger">{t("resting")}</Badge>}
    </>
  );
}

function Facts({ connection }: { connection: Connection }) {
  const t = useTranslations("connections");
  const words = useWords();
  const { name, preset, provider, baseUrl, credentialHint, parallel } = connection;
  const upstream = words(UPSTREAMS[preset].name);
  const facts = [
    upstream !== name && upstream,
    preset === "custom" && t(`form.dialects.${provider}`),
    credentialHint !== null && t("credential", { hint: credentialHint }),
    t("places", { video: parallel.video, image: parallel.image }),
  ];
  return (
    <div className="mt-1 text-muted text-sm">
      <p>{facts.filter(Boolean).join(" · ")}</p>
      {baseUrl !== null && <p className="mt-0.5 break-all font-mono text-xs">{baseUrl}</p>}
    </div>
  );
}
