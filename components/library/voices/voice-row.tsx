"use client";

import { useMutation } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Card } from "#components/ui/card.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { assetUrl } from "#lib/client/assets.ts";
import { deleteVoiceMutation } from "#lib/client/library.ts";
import type { LibraryVoice } from "#lib/contract/library.ts";
import { can, type Principal } from "#lib/contract/permissions.ts";
import { useDeletionWords } from "../use-deletion-words.ts";

type Props = { voice: LibraryVoice; principal: Principal & { kind: "member" } };

/** One of the team's own voices, with the trial that upstream gave of it. */
export function VoiceRow({ voice, principal }: Props) {
  const t = useTranslations("library.voices");
  const [isAsking, setAsking] = useState(false);
  const remove = useMutation(deleteVoiceMutation());
  const words = useDeletionWords();
  const confirm = async () => {
    try {
      words.tell(voice.name, await remove.mutateAsync(voice.id));
    } catch (problem) {
      words.tellFailure(problem);
    }
    setAsking(false);
  };
  return (
    <li>
      <Card className="flex flex-col gap-2 p-3">
        <div className="flex items-start justify-between gap-2">
          <div className="min-w-0">
            <p className="truncate font-medium text-sm">{voice.name}</p>
            <p className="truncate text-muted text-xs">
              {voice.connection.name}
              {voice.createdBy && ` · ${voice.createdBy.name}`}
            </p>
          </div>
          {can(principal, "library.delete", { ownerId: voice.createdBy?.id ?? null }) && (
            <IconButton label={t("delete", { name: voice.name })} onClick={() => setAsking(true)}>
              <Trash2 aria-hidden />
            </IconButton>
          )}
        </div>
        {voice.trialAssetId !== null && (
          // biome-ignore lint/a11y/useMediaCaption: a trial of a voice says nothing that has been written down
          <audio
            src={assetUrl(voice.trialAssetId, "content")}
            controls
            preload="none"
            aria-label={t("trial", { name: voice.name })}
            className="h-10 w-full"
          />
        )}
        <div className="flex items-center justify-between gap-2">
          <code className="min-w-0 truncate font-mono text-faint text-xs">{voice.voiceId}</code>
          <CopyButton text={voice.voiceId} />
        </div>
      </Card>
      <ConfirmDialog
        open={isAsking}
        danger
        onOpenChange={setAsking}
        title={t("deleteTitle", { name: voice.name })}
        description={t("deleteText", { connection: voice.connection.name })}
        confirmLabel={t("deleteConfirm")}
        busy={remove.isPending}
        onConfirm={() => void confirm()}
      />
    </li>
  );
}
