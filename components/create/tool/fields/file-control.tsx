"use client";

import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { useWords } from "#components/ui/use-words.ts";
import { choiceIn } from "#lib/kling/forms/choice-in.ts";
import type { FileField } from "#lib/kling/forms/field.ts";
import { fillPath, textAt } from "#lib/kling/forms/tool-draft.ts";
import { pointOfDraft } from "#lib/kling/forms/tool-form.ts";
import { MEDIA_LIMITS } from "#lib/kling/media-limits.ts";
import { knownFileOf } from "../known-file.ts";
import { FileSlot } from "../media/lazy-file-slot.tsx";
import { MediaPicker } from "../media/lazy-media-picker.tsx";
import { MediaSlot } from "../media/media-slot.tsx";
import { storedFileOf } from "../media/stored-file.ts";
import type { Tool } from "../use-tool.ts";
import { blockedBy } from "./blocked-by.ts";

/** The place for one file. */
export function FileControl({ tool, field }: { tool: Tool; field: FileField }) {
  const t = useTranslations("create.tool");
  const words = useWords();
  const [isPicking, pick] = useState(false);
  const { form, state, intake, dispatch } = tool;
  const { path, axis, media, label, hint, isRequired } = field;
  const reference = textAt(state.draft, path);
  const isEmpty = reference === "";
  // Whether a file may be here now, asked of the grid as if one were.
  const value = axis && pointOfDraft(form, fillPath(state.draft, path, "file"))[axis];
  const choice =
    isEmpty && axis && value !== undefined ? choiceIn(form, state.draft, { name: axis, value }) : null;
  const blocked = blockedBy(choice, { words, dispatch });
  const stored = isEmpty ? null : storedFileOf(reference, state.known[reference]);
  // Films and sounds are opened, put right and sent where they stand; pictures share one bench with their crop.
  if (media !== "image" && blocked === null && (isEmpty || stored !== null))
    return (
      <FileSlot
        label={words(label)}
        hint={[hint && words(hint), !isRequired && t("optional")].filter(Boolean).join(" ")}
        place={`${form.kind.kind}/${path}`}
        limits={MEDIA_LIMITS[field.limit]}
        value={stored}
        onAsset={(asset) =>
          dispatch({ type: "put-file", path, reference: asset.id, file: knownFileOf(asset) })
        }
        onRemove={() => dispatch({ type: "patch", patch: { [path]: undefined } })}
        className="flex-1"
      />
    );
  return (
    <>
      <MediaSlot
        media={media}
        label={words(label)}
        hint={[hint && words(hint), !isRequired && t("optional")].filter(Boolean).join(" ")}
        reference={isEmpty ? null : reference}
        known={state.known[reference]}
        work={intake.works[path] ?? { step: "idle" }}
        blocked={blocked}
        onFiles={(files) => intake.takeAll(path, files.slice(0, 1))}
        onPick={() => pick(true)}
        onRetry={() => intake.retry(path)}
        onCancel={() => intake.cancel(path)}
        onRemove={() => dispatch({ type: "patch", patch: { [path]: undefined } })}
      />
      {isPicking && (
        <MediaPicker
          media={media}
          onClose={() => pick(false)}
          onPicked={(asset) =>
            dispatch({ type: "put-file", path, reference: asset.id, file: knownFileOf(asset) })
          }
        />
      )}
    </>
  );
}
