"use client";

import { FileText, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { AppLink } from "#components/ui/app-link.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { RelativeTime } from "#components/ui/task/relative-time.tsx";
import { assetUrl } from "#lib/client/assets.ts";
import type { DraftSummary } from "#lib/contract/drafts.ts";
import type { DraftDesk } from "./draft-desk.ts";
import type { DraftActions } from "./use-draft-actions.ts";
import { useToolName } from "./use-tool-name.ts";

type Props<State> = { draft: DraftSummary; desk: DraftDesk<State>; actions: DraftActions };

const ROW = "flex min-h-14 min-w-0 flex-1 items-center gap-3 rounded-md px-2 py-1.5 text-left hover:bg-hover";

/** Another draft: what it is, who saved it last and when. A press goes on with it, or shows it to who may not. */
export function DraftRow<State>({ draft, desk, actions }: Props<State>) {
  const t = useTranslations("drafts");
  const toolName = useToolName();
  const { id, tool, name, words, pictureId, editor, savedAt } = draft;
  const title = name || words || t("untitled");
  const who =
    editor === null ? t("gone") : editor.userId === desk.userId ? t("you") : t("by", { name: editor.name });
  const face = (
    <>
      <span className="flex size-10 shrink-0 items-center justify-center overflow-hidden rounded-md bg-hover text-muted [&_svg]:size-4">
        {pictureId === null ? (
          <FileText aria-hidden />
        ) : (
          // biome-ignore lint/performance/noImgElement: stills are made to size; the optimizer is off on purpose
          <img src={assetUrl(pictureId, "poster")} alt="" className="size-full object-cover" />
        )}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm">{title}</span>
        <span className="block truncate text-muted text-xs">
          {toolName(tool)} · {who} <RelativeTime iso={savedAt} />
        </span>
      </span>
    </>
  );
  return (
    <li className="flex items-center">
      {draft.mayEdit && desk.isHere(tool) ? (
        <button type="button" className={ROW} onClick={() => void actions.open(id)}>
          {face}
        </button>
      ) : (
        <AppLink href={`/create/${tool}?${draft.mayEdit ? "edit" : "draft"}=${id}`} className={ROW}>
          {face}
        </AppLink>
      )}
      {draft.mayTrash && (
        <IconButton label={t("deleteNamed", { name: title })} onClick={() => void actions.remove(draft)}>
          <Trash2 aria-hidden />
        </IconButton>
      )}
    </li>
  );
}
