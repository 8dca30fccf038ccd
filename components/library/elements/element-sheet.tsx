"use client";

import { useMutation } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl/react";
import { AppLink } from "#components/ui/app-link.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Sheet } from "#components/ui/dialog.tsx";
import { useWords } from "#components/ui/use-words.ts";
import { deleteElementMutation } from "#lib/client/library.ts";
import type { LibraryElement } from "#lib/contract/library.ts";
import { can, type Principal } from "#lib/contract/permissions.ts";
import { ELEMENT_TAG_NAMES } from "#lib/kling/element-tags.ts";
import { Fact, FactList } from "../fact-list.tsx";
import { useDeletionWords } from "../use-deletion-words.ts";
import { ElementPicture } from "./element-picture.tsx";

type Props = {
  element: LibraryElement;
  principal: Principal & { kind: "member" };
  onClose: () => void;
};

/** Everything about an element, with the id under which requests name it. */
export function ElementSheet({ element, principal, onClose }: Props) {
  const t = useTranslations("library.elements");
  const [isAsking, setAsking] = useState(false);
  const remove = useMutation(deleteElementMutation());
  const words = useDeletionWords();
  const mayDelete = can(principal, "library.delete", { ownerId: element.createdBy?.id ?? null });
  const confirm = async () => {
    try {
      words.tell(element.name, await remove.mutateAsync(element.id));
      onClose();
    } catch (problem) {
      setAsking(false);
      words.tellFailure(problem);
    }
  };
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={element.name}
      description={element.description}
      footer={
        mayDelete && (
          <Button variant="ghost" icon={<Trash2 aria-hidden />} onClick={() => setAsking(true)}>
            {t("delete")}
          </Button>
        )
      }
    >
      <ElementFacts element={element} />
      <ConfirmDialog
        open={isAsking}
        danger
        onOpenChange={setAsking}
        title={t("deleteTitle", { name: element.name })}
        description={t("deleteText", { connection: element.connection.name })}
        confirmLabel={t("delete")}
        busy={remove.isPending}
        onConfirm={() => void confirm()}
      />
    </Sheet>
  );
}

function ElementFacts({ element }: { element: LibraryElement }) {
  const t = useTranslations("library.elements");
  const format = useFormatter();
  const words = useWords();
  const pictures = [element.frontAssetId, ...element.viewAssetIds, ...element.videoAssetIds].filter(
    (id) => id !== null,
  );
  return (
    <>
      <div className="mb-3 grid grid-cols-2 gap-2">
        {pictures.map((id) => (
          <ElementPicture key={id} assetId={id} className="aspect-square w-full rounded-md" />
        ))}
      </div>
      <FactList>
        <Fact name={t("elementId")} note={t("elementIdNote", { connection: element.connection.name })}>
          <span className="flex items-center justify-between gap-2">
            <code className="min-w-0 font-mono text-xs [overflow-wrap:anywhere]">{element.elementId}</code>
            <CopyButton text={element.elementId} />
          </span>
        </Fact>
        <Fact name={t("library")}>{t(`libraryTexts.${element.library}`)}</Fact>
        {element.tagIds.length > 0 && (
          <Fact name={t("tags")}>{element.tagIds.map((id) => words(ELEMENT_TAG_NAMES[id])).join(" · ")}</Fact>
        )}
        {element.voiceId !== null && (
          <Fact name={t("voice")}>
            <code className="font-mono text-xs">{element.voiceId}</code>
          </Fact>
        )}
        <Fact name={t("made")}>
          {format.dateTime(new Date(element.createdAt), { dateStyle: "medium", timeStyle: "short" })}
          {element.createdBy && ` · ${element.createdBy.name}`}
          {element.taskId !== null && (
            <AppLink
              href={`/tasks/${element.taskId}`}
              className="block text-accent-text text-xs hover:underline"
            >
              {t("task")}
            </AppLink>
          )}
        </Fact>
      </FactList>
    </>
  );
}
