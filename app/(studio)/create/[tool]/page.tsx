import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CreateScreen } from "#components/create/create-screen.tsx";
import { LazySharedDraft } from "#components/create/shared/lazy-shared-draft.tsx";
import { ToolScreen } from "#components/create/tool/tool-screen.tsx";
import { kindOfSlug } from "#components/create/tools.ts";
import { RefusedNotice } from "#components/ui/task/refused-notice.tsx";
import { listChoices } from "#lib/connections/list-choices.ts";
import { can, type Principal } from "#lib/contract/permissions.ts";
import { readDraft } from "#lib/drafts/read-draft.ts";
import { AreaMessages } from "#lib/i18n/area-messages.tsx";
import { getTranslator } from "#lib/i18n/get-translator.ts";
import { isClipKind } from "#lib/kling/task-kinds.ts";
import { refusedConnections } from "#lib/tasks/refused-connections.ts";
import { principalOf } from "#lib/teams/viewer.ts";
import { requireMember } from "../../../read-viewer.ts";

type Props = { params: Promise<{ tool: string }>; searchParams: Promise<{ draft?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator("create");
  return { title: t("title") };
}

export default async function CreateToolPage({ params, searchParams }: Props) {
  const kind = kindOfSlug((await params).tool);
  if (kind === undefined) notFound();
  const { user, membership } = await requireMember();
  const { teamId } = membership;
  const { draft: draftId } = await searchParams;
  const caller = principalOf(user.id, membership);
  if (draftId !== undefined) return <Shared {...{ caller }} draftId={String(draftId)} />;
  const setup = {
    owner: { teamId, userId: user.id },
    mayCreate: can(caller, "task.create"),
    connections: await listChoices(teamId),
  };
  return (
    <AreaMessages areas={["create", "drafts", "task", "motion", "intake", "uploads"]}>
      <RefusedNotice
        refused={await refusedConnections(teamId)}
        mayManage={can(caller, "connection.manage")}
        className="px-4 pt-3"
      />
      {isClipKind(kind) ? <CreateScreen kind={kind} {...setup} /> : <ToolScreen kind={kind} {...setup} />}
    </AreaMessages>
  );
}

/** What a link to a draft shows; to strangers there is no such page. */
async function Shared({ caller, draftId }: { caller: Principal; draftId: string }) {
  const draft = await readDraft({ caller, draftId });
  if (draft === null) notFound();
  return (
    <AreaMessages areas={["create", "drafts", "task", "motion"]}>
      <LazySharedDraft draft={draft} />
    </AreaMessages>
  );
}
