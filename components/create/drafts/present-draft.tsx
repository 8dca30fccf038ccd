"use client";

import { Copy, Link, Trash2 } from "lucide-react";
import { type FormEvent, useId } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { RelativeTime } from "#components/ui/task/relative-time.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { MAX_DRAFT_NAME } from "#lib/contract/draft-limits.ts";
import type { DraftDesk } from "./draft-desk.ts";
import type { DraftActions } from "./use-draft-actions.ts";
import { useSyncView } from "./use-draft-sync.ts";
import { useShareDraft } from "./use-share-draft.ts";

type Props<State> = { desk: DraftDesk<State>; actions: DraftActions };

/** The draft at hand: its name, where it is kept, who sees it. */
export function PresentDraft<State>({ desk, actions }: Props<State>) {
  const t = useTranslations("drafts");
  const nameId = useId();
  const { step, savedAtMs, summary, hasBesideRival } = useSyncView(desk.sync);
  const { share } = useShareDraft(desk);
  const isShared = summary?.visibility === "team";
  const isTorn = hasBesideRival || desk.store.read().rival !== null;
  const name = summary?.name ?? "";
  const rename = (next: string) => {
    if (next.trim() !== name) void actions.describe({ name: next.trim() });
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get("name");
    if (typeof typed === "string") rename(typed);
  };
  return (
    <section aria-label={t("this")} className="rounded-lg border border-line p-3">
      <form onSubmit={submit} className="flex flex-col gap-1">
        <label htmlFor={nameId} className="font-medium text-sm">
          {t("name")}
        </label>
        <TextInput
          key={`${desk.store.read().link.draftId} ${name}`}
          id={nameId}
          name="name"
          defaultValue={name}
          placeholder={summary?.words || t("untitled")}
          maxLength={MAX_DRAFT_NAME}
          autoComplete="off"
          onBlur={(event) => rename(event.currentTarget.value)}
        />
      </form>
      <p className="mt-2 text-muted text-xs">
        {t(`stateText.${isTorn ? "conflict" : step}`)}{" "}
        {step === "saved" && savedAtMs !== null && <RelativeTime iso={new Date(savedAtMs).toISOString()} />}
      </p>
      {summary === null || summary.mayShare ? (
        <Switch
          className="mt-2"
          label={t("share")}
          hint={t("shareHint")}
          checked={isShared}
          onCheckedChange={(shared) => void actions.describe({ visibility: shared ? "team" : "private" })}
        />
      ) : (
        <p className="mt-2 text-sm">{t("sharedBy", { name: summary.author?.name ?? "?" })}</p>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        {isShared && (
          <Button size="sm" icon={<Link aria-hidden />} onClick={() => void share()}>
            {t("copyLink")}
          </Button>
        )}
        <Button size="sm" icon={<Copy aria-hidden />} onClick={() => void actions.duplicate()}>
          {t("duplicate")}
        </Button>
        {summary?.mayTrash && (
          <Button
            size="sm"
            variant="ghost"
            icon={<Trash2 aria-hidden />}
            onClick={() => void actions.remove(summary)}
          >
            {t("delete")}
          </Button>
        )}
      </div>
    </section>
  );
}
