"use client";

import { ArrowLeft, Plus, X } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Select } from "#components/ui/select.tsx";
import { useWords } from "#components/ui/use-words.ts";
import { memberPath } from "#lib/kling/field-path.ts";
import { choiceIn } from "#lib/kling/forms/choice-in.ts";
import type { FilesField } from "#lib/kling/forms/field.ts";
import { fileItemPath, filesOfList } from "#lib/kling/forms/form-files.ts";
import { fillPath, listAt, textAt } from "#lib/kling/forms/tool-draft.ts";
import { pointOfDraft } from "#lib/kling/forms/tool-form.ts";
import { MEDIA_LIMITS } from "#lib/kling/media-limits.ts";
import { knownFileOf } from "../known-file.ts";
import { FileSlot } from "../media/lazy-file-slot.tsx";
import { MediaPicker } from "../media/lazy-media-picker.tsx";
import { MediaFace } from "../media/media-face.tsx";
import { MediaSlot } from "../media/media-slot.tsx";
import type { Tool } from "../use-tool.ts";
import { blockedBy } from "./blocked-by.ts";

type Props = { tool: Tool; field: FilesField };

/** Several files in their order, and the place for one more. */
export function FilesControl({ tool, field }: Props) {
  const t = useTranslations("create.tool");
  const words = useWords();
  const [isPicking, pick] = useState(false);
  const { form, state, intake, dispatch } = tool;
  const { path, axis, media, label, hint, min, max } = field;
  const files = filesOfList(field, state.draft);
  const next = fileItemPath(field, files.length);
  const value = axis && pointOfDraft(form, fillPath(state.draft, next, "file"))[axis];
  const choice = axis && value !== undefined ? choiceIn(form, state.draft, { name: axis, value }) : null;
  const room = max(state.draft) - files.length;
  const blocked = blockedBy(choice, { words, dispatch });
  const nextLabel = files.length === 0 ? words(label) : t("oneMore");
  const nextHint = [hint && words(hint), t(min > 0 ? "countFrom" : "countTo", { min, max: max(state.draft) })]
    .filter(Boolean)
    .join(" ");
  // Films and sounds are opened, put right and sent where they stand; pictures share one bench with their crop.
  const isMoving = media !== "image";
  return (
    <div className="grid min-h-0 flex-1 auto-rows-[minmax(9rem,1fr)] grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-2">
      {files.map(({ path: place, reference }, index) => (
        <FileItem key={place} {...{ tool, field, index, reference }} />
      ))}
      {room > 0 && isMoving && blocked === null && (
        <FileSlot
          label={nextLabel}
          hint={nextHint}
          place={`${form.kind.kind}/${path}`}
          limits={MEDIA_LIMITS[field.limit]}
          value={null}
          onAsset={(asset) =>
            dispatch({ type: "put-file", path: next, reference: asset.id, file: knownFileOf(asset) })
          }
          onRemove={() => {}}
          className="col-span-full"
        />
      )}
      {room > 0 && !(isMoving && blocked === null) && (
        <MediaSlot
          media={media}
          label={nextLabel}
          hint={nextHint}
          reference={null}
          known={undefined}
          work={intake.works[path] ?? { step: "idle" }}
          blocked={blocked}
          onFiles={(chosen) => intake.takeAll(path, chosen.slice(0, room))}
          onPick={() => pick(true)}
          onRetry={() => intake.retry(path)}
          onCancel={() => intake.cancel(path)}
          onRemove={() => {}}
          icon={<Plus aria-hidden className="size-6 text-faint max-sm:hidden" />}
          takesSeveral
        />
      )}
      {isPicking && (
        <MediaPicker
          media={media}
          onClose={() => pick(false)}
          onPicked={(asset) =>
            dispatch({ type: "put-file", path: next, reference: asset.id, file: knownFileOf(asset) })
          }
        />
      )}
    </div>
  );
}

type ItemProps = Props & { index: number; reference: string };

function FileItem({ tool, field, index, reference }: ItemProps) {
  const t = useTranslations("create.tool");
  const words = useWords();
  const { state, dispatch } = tool;
  const { path, media, label, role } = field;
  const name = t("numbered", { name: words(label), number: index + 1 });
  const list = listAt(state.draft, path);
  const rolePath = role && memberPath(`${path}[${index}]`, role.name);
  const write = (next: readonly unknown[]) => dispatch({ type: "patch", patch: { [path]: next } });
  return (
    <section
      aria-label={name}
      className="relative flex min-h-0 flex-col overflow-hidden rounded-lg bg-sunken"
    >
      <MediaFace media={media} label={name} reference={reference} known={state.known[reference]} />
      <div className="absolute top-1 right-1 flex gap-1">
        {index > 0 && (
          <IconButton
            label={t("moveForward", { name })}
            variant="overlay"
            onClick={() => write(list.toSpliced(index, 1).toSpliced(index - 1, 0, list[index]))}
          >
            <ArrowLeft aria-hidden />
          </IconButton>
        )}
        <IconButton
          label={t("remove", { name })}
          variant="overlay"
          onClick={() => write(list.toSpliced(index, 1))}
        >
          <X aria-hidden />
        </IconButton>
      </div>
      {role && rolePath && (
        <Select
          aria-label={t("roleOf", { name })}
          options={role.options.map(({ value, label: text }) => ({ value, label: words(text) }))}
          value={textAt(state.draft, rolePath)}
          onValueChange={(value) => dispatch({ type: "patch", patch: { [rolePath]: value } })}
          className="absolute inset-x-1 bottom-1"
        />
      )}
    </section>
  );
}
