"use client";

import { X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useWords } from "#components/ui/use-words.ts";
import { choiceIn } from "#lib/kling/forms/choice-in.ts";
import type { ElementsField } from "#lib/kling/forms/field.ts";
import { isRecord, listAt } from "#lib/kling/forms/tool-draft.ts";
import { PRESET_ELEMENTS } from "#lib/kling/preset-elements.ts";
import type { Tool } from "../use-tool.ts";
import { blockedBy } from "./blocked-by.ts";

type Props = { tool: Tool; field: ElementsField };

/** Ids are longs beyond 2^53 upstream and therefore texts (`requests/fields.ts`). */
const ELEMENT_ID = /^(0|[1-9]\d{0,19})$/;

/** Subjects of the library that the task may use: those that everybody has, and any other by its number. */
export function ElementsControl({ tool, field }: Props) {
  const t = useTranslations("create.elements");
  const words = useWords();
  const { form, state, dispatch } = tool;
  const { path, axis, label, hint, max } = field;
  const list = listAt(state.draft, path);
  const ids = list.map((item) => (isRecord(item) ? String(item.element_id) : ""));
  const wanted = { name: axis ?? "", value: list.length + 1 };
  const hasRoom = list.length < max(state.draft);
  const blocked =
    axis && hasRoom ? blockedBy(choiceIn(form, state.draft, wanted), { words, dispatch }) : null;
  const write = (next: readonly unknown[]) => dispatch({ type: "patch", patch: { [path]: next } });
  const add = (id: string) => write([...list, { element_id: id }]);
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 flex w-full items-baseline gap-2">
        <span className="text-sm font-medium">{words(label)}</span>
        <span className="ml-auto text-xs text-muted">
          {t("count", { count: list.length, max: max(state.draft) })}
        </span>
      </legend>
      {hint && <p className="mb-2 text-xs text-muted">{words(hint)}</p>}
      {ids.length > 0 && (
        <ul className="mb-2 flex flex-col gap-1">
          {ids.map((id, index) => (
            <li key={id} className="flex items-center gap-2 rounded-md bg-sunken pl-3 text-sm">
              <span className="min-w-0 flex-1 truncate">{nameOf(id)}</span>
              <IconButton
                label={t("remove", { name: nameOf(id) })}
                onClick={() => write(list.toSpliced(index, 1))}
              >
                <X aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {blocked ? (
        <div className="flex flex-col items-start gap-2 rounded-md bg-sunken p-3 text-sm text-muted">
          <p>{blocked.reason}</p>
          {blocked.onFix && (
            <Button size="sm" onClick={blocked.onFix} className="h-auto max-w-full whitespace-normal! py-1.5">
              {blocked.fixLabel}
            </Button>
          )}
        </div>
      ) : (
        hasRoom && <Adding taken={ids} onAdd={add} />
      )}
    </fieldset>
  );
}

function Adding({ taken, onAdd }: { taken: readonly string[]; onAdd: (id: string) => void }) {
  const t = useTranslations("create.elements");
  const [text, setText] = useState("");
  const id = text.trim();
  const error = id !== "" && !ELEMENT_ID.test(id) ? t("notANumber") : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ELEMENT_ID.test(id) || taken.includes(id)) return;
    onAdd(id);
    setText("");
  };
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        {PRESET_ELEMENTS.filter((element) => !taken.includes(element.id)).map((element) => (
          <Button key={element.id} size="sm" onClick={() => onAdd(element.id)}>
            {element.name}
          </Button>
        ))}
      </div>
      <form onSubmit={submit} className="flex items-end gap-2">
        <Field label={t("byNumber")} error={error} className="flex-1">
          {(control) => (
            <TextInput
              {...control}
              inputMode="numeric"
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          )}
        </Field>
        <Button type="submit">{t("add")}</Button>
      </form>
    </div>
  );
}

function nameOf(id: string): string {
  return PRESET_ELEMENTS.find((element) => element.id === id)?.name ?? id;
}
