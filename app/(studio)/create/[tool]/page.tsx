import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CreateScreen } from "#components/create/create-screen.tsx";
import { ToolScreen } from "#components/create/tool/tool-screen.tsx";
import { kindOfSlug } from "#components/create/tools.ts";
import { RefusedNotice } from "#components/ui/task/refused-notice.tsx";
import { listChoices } from "#lib/connections/list-choices.ts";
import { can } from "#lib/contract/permissions.ts";
import { AreaMessages } from "#lib/i18n/area-messages.tsx";
import { getTranslator } from "#lib/i18n/get-translator.ts";
import { isClipKind } from "#lib/kling/task-kinds.ts";
import { refusedConnections } from "#lib/tasks/refused-connections.ts";
import { principalOf } from "#lib/teams/viewer.ts";
import { requireMember } from "../../../read-viewer.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator("create");
  return { title: t("title") };
}

export default async function CreateToolPage({ params }: { params: Promise<{ tool: string }> }) {
  const kind = kindOfSlug((await params).tool);
  if (kind === undefined) notFound();
  const { user, membership } = await requireMember();
  const { teamId } = membership;
  const setup = {
    owner: { teamId, userId: user.id },
    mayCreate: can(principalOf(user.id, membership), "task.create"),
    connections: await listChoices(teamId),
  };
  return (
    <AreaMessages areas={["create", "task", "motion"]}>
      <RefusedNotice
        refused={await refusedConnections(teamId)}
        mayManage={can(principalOf(user.id, membership), "connection.manage")}
        className="px-4 pt-3"
      />
      {isClipKind(kind) ? <CreateScreen kind={kind} {...setup} /> : <ToolScreen kind={kind} {...setup} />}
    </AreaMessages>
  );
}
