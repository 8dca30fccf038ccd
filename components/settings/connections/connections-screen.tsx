"use client";

import { useQuery } from "@tanstack/react-query";
import { Cable, Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { connectionsQuery, type TeamConnections } from "#lib/client/connections.ts";
import { ConnectionCard } from "./connection-card.tsx";
import { ConnectionDialog } from "./connection-dialog.tsx";
import { FailOverForm } from "./fail-over-form.tsx";
import { ListSkeleton } from "./list-skeleton.tsx";

/** Where the team's clips are made: what each connection does, and for admins everything that can be done about it. */
export function ConnectionsScreen({ mayManage }: { mayManage: boolean }) {
  const t = useTranslations("connections");
  const query = useQuery(connectionsQuery());
  const [adding, setAdding] = useState(false);
  return (
    <>
      <PageHeader title={t("title")} text={t("text")}>
        {mayManage && (
          <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setAdding(true)}>
            {t("add")}
          </Button>
        )}
      </PageHeader>
      {!mayManage && <Notice>{t("readOnly")}</Notice>}
      {query.data ? (
        <Connections data={query.data} mayManage={mayManage} />
      ) : query.error ? (
        <Card>
          <ErrorState problem={query.error} onRetry={query.refetch} />
        </Card>
      ) : (
        <ListSkeleton />
      )}
      {mayManage && <ConnectionDialog open={adding} onOpenChange={setAdding} />}
    </>
  );
}

function Connections({ data, mayManage }: { data: TeamConnections; mayManage: boolean }) {
  const t = useTranslations("connections");
  const { connections, failOver } = data;
  if (connections.length === 0) {
    return (
      <Card>
        <EmptyState icon={<Cable />} title={t("none")} text={t("noneText")} />
      </Card>
    );
  }
  const ids = connections.map(({ id }) => id);
  return (
    <>
      <ul aria-label={t("listLabel")} className="flex flex-col gap-4">
        {connections.map((connection) => (
          <li key={connection.id}>
            <ConnectionCard connection={connection} ids={ids} mayManage={mayManage} />
          </li>
        ))}
      </ul>
      <FailOverForm key={JSON.stringify(failOver)} failOver={failOver} mayManage={mayManage} />
    </>
  );
}
