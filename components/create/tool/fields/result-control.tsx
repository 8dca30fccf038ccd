"use client";

import { Images, X } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useWords } from "#components/ui/use-words.ts";
import type { ResultField } from "#lib/kling/forms/field.ts";
import { textAt } from "#lib/kling/forms/tool-draft.ts";
import { ResultPicker } from "../media/lazy-result-picker.tsx";
import { MediaFace } from "../media/media-face.tsx";
import type { Tool } from "../use-tool.ts";

/** The place for a file that a task made: chosen among the team's finished ones. */
export function ResultControl({ tool, field }: { tool: Tool; field: ResultField }) {
  const t = useTranslations("create.tool");
  const words = useWords();
  const [isPicking, pick] = useState(false);
  const { state, dispatch } = tool;
  const { path, media, label, hint } = field;
  const reference = textAt(state.draft, path);
  const known = state.known[reference];
  return (
    <section
      aria-label={words(label)}
      className="relative flex min-h-48 min-w-0 flex-1 flex-col items-center justify-center gap-3 overflow-hidden rounded-lg border border-dashed border-line-strong p-3 text-center"
    >
      {reference === "" ? (
        <>
          <div>
            <p className="font-medium">{words(label)}</p>
            {hint && <p className="text-sm text-muted text-pretty">{words(hint)}</p>}
          </div>
          <Button variant="primary" size="sm" icon={<Images aria-hidden />} onClick={() => pick(true)}>
            {t("chooseResult")}
          </Button>
        </>
      ) : (
        <>
          <MediaFace {...{ media, reference, known }} label={words(label)} assetId={known?.assetId} />
          <IconButton
            label={t("remove", { name: words(label) })}
            variant="overlay"
            onClick={() => dispatch({ type: "patch", patch: { [path]: undefined } })}
            className="absolute top-2 right-2"
          >
            <X aria-hidden />
          </IconButton>
        </>
      )}
      {isPicking && (
        <ResultPicker
          field={field}
          onClose={() => pick(false)}
          onPicked={(result) =>
            dispatch({ type: "put-file", path, reference: result.reference, file: result.file })
          }
        />
      )}
    </section>
  );
}
