"use client";

import { Copy, FileQuestion, PencilLine } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { showToast } from "#components/ui/show-toast.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { RelativeTime } from "#components/ui/task/relative-time.tsx";
import { saveDraft } from "#lib/client/drafts/draft-api.ts";
import { newDraftId } from "#lib/client/new-draft-id.ts";
import type { KeptDraft } from "#lib/contract/drafts.ts";
import { isClipKind } from "#lib/kling/task-kinds.ts";
import { useToolName } from "../drafts/use-tool-name.ts";
import { kindOfSlug } from "../tools.ts";
import { type ReadClip, readClip } from "./read-clip.ts";
import { SharedAnimatic } from "./shared-animatic.tsx";

export type SharedDraftProps = { draft: KeptDraft };

/** A draft as a link shows it: what it will look like, who made it, and what one may do with it. Nothing is changed here. */
export function SharedDraft({ draft }: SharedDraftProps) {
  const t = useTranslations("drafts.view");
  const toolName = useToolName();
  const clip = useClip(draft);
  const { author, words, savedAt, tool, name } = draft;
  const kind = kindOfSlug(tool);
  const isClip = kind !== undefined && isClipKind(kind);
  if (clip === null && isClip)
    return (
      <EmptyState
        heading="h1"
        icon={<FileQuestion />}
        title={t("unreadable")}
        text={t("unreadableNext")}
        className="m-auto"
      >
        <ButtonLink href="/create">{t("back")}</ButtonLink>
      </EmptyState>
    );
  return (
    <article className="mx-auto flex w-full max-w-4xl flex-1 flex-col gap-4 px-4 py-4 lg:py-8">
      <header>
        <h1 className="truncate font-semibold text-xl">{name || words || t("title")}</h1>
        <p className="mt-0.5 text-muted text-sm">
          {author === null ? t("byGone") : t("by", { name: author.name })} · {toolName(tool)} ·{" "}
          <RelativeTime iso={savedAt} />
        </p>
      </header>
      {clip && isClip && <SharedAnimatic clip={clip} label={t("preview")} />}
      {clip === undefined && isClip && <Skeleton className="aspect-video w-full" />}
      <section className="rounded-xl border border-line bg-surface p-4 shadow-card">
        <h2 className="font-medium text-muted text-sm">{t("prompt")}</h2>
        <p className="mt-1 whitespace-pre-wrap text-sm [overflow-wrap:anywhere]">
          {(isClip && clip?.state.draft.prompt) || words || t("noPrompt")}
        </p>
      </section>
      {draft.mayEdit ? <Doors draft={draft} /> : <p className="text-muted text-sm">{t("viewerHint")}</p>}
    </article>
  );
}

function Doors({ draft: { id, tool, name, words, pictureId, state } }: SharedDraftProps) {
  const t = useTranslations("drafts");
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const copy = async () => {
    setBusy(true);
    try {
      const draftId = newDraftId();
      const content = { tool, name, words, pictureId, state: state as Record<string, never> }; // as it came
      await saveDraft(draftId, { ...content, expectedVersion: 0 });
      router.push(`/create/${tool}?edit=${draftId}`);
    } catch {
      setBusy(false);
      showToast({ title: t("failed"), description: t("failedNext"), tone: "danger" });
    }
  };
  return (
    <div className="flex flex-wrap gap-2 max-sm:*:flex-1">
      <Button
        variant="primary"
        size="lg"
        busy={isBusy}
        icon={<Copy aria-hidden />}
        onClick={() => void copy()}
      >
        {t("view.makeCopy")}
      </Button>
      <ButtonLink size="lg" href={`/create/${tool}?edit=${id}`} icon={<PencilLine aria-hidden />}>
        {t("view.edit")}
      </ButtonLink>
    </div>
  );
}

/** Undefined while it is read; null for what this build cannot show. */
function useClip({ state }: KeptDraft): ReadClip | null | undefined {
  const [clip, setClip] = useState<ReadClip | null | undefined>(undefined);
  useEffect(() => {
    let isWanted = true;
    void readClip(state).then((read) => isWanted && setClip(read));
    return () => {
      isWanted = false;
    };
  }, [state]);
  return clip;
}
