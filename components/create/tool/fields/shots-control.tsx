"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Slider } from "#components/ui/slider.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { useWords } from "#components/ui/use-words.ts";
import type { ShotsField } from "#lib/kling/forms/field.ts";
import { isRecord, listAt, textAt } from "#lib/kling/forms/tool-draft.ts";
import type { Tool } from "../use-tool.ts";

type Props = { tool: Tool; field: ShotsField };

type Shot = { readonly index: number; readonly prompt: string; readonly duration: string };

/** The shots of a clip one below the other: what is seen, and for how long. */
export function ShotsControl({ tool, field }: Props) {
  const t = useTranslations("create.shots");
  const words = useWords();
  const { path, label, hint, maxShots, maxCharacters, durationPath } = field;
  const { draft } = tool.state;
  const shots = listAt(draft, path).map(shotOf);
  const total = Number(textAt(draft, durationPath)) || shots.length;
  const used = shots.reduce((sum, { duration }) => sum + Number(duration), 0);
  const write = (next: readonly Omit<Shot, "index">[]) =>
    tool.dispatch({ type: "patch", patch: { [path]: next.map((shot, at) => ({ ...shot, index: at + 1 })) } });
  const change = (at: number, patch: Partial<Shot>) =>
    write(shots.map((shot, index) => (index === at ? { ...shot, ...patch } : shot)));
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-2 flex w-full items-baseline gap-2">
        <span className="text-sm font-medium">{words(label)}</span>
        <span className="ml-auto text-xs text-muted tabular-nums">{t("used", { used, total })}</span>
      </legend>
      {hint && <p className="text-xs text-muted">{words(hint)}</p>}
      {shots.map(({ index, prompt, duration }, at) => (
        <div key={index} className="flex flex-col gap-2 rounded-md bg-sunken p-3">
          <Field label={t("shot", { number: at + 1 })}>
            {(control) => (
              <TextArea
                {...control}
                rows={2}
                maxLength={2 * maxCharacters}
                value={prompt}
                onChange={(event) => change(at, { prompt: event.currentTarget.value })}
              />
            )}
          </Field>
          <div className="flex items-end gap-2">
            <Slider
              label={t("seconds")}
              value={Number(duration)}
              min={1}
              max={Math.max(1, total)}
              step={1}
              onValueChange={(seconds) => change(at, { duration: String(seconds) })}
              formatValue={(seconds) => t("length", { seconds })}
              className="flex-1"
            />
            <IconButton label={t("remove", { number: at + 1 })} onClick={() => write(shots.toSpliced(at, 1))}>
              <X aria-hidden />
            </IconButton>
          </div>
        </div>
      ))}
      {shots.length < maxShots && (
        <Button
          size="sm"
          icon={<Plus aria-hidden />}
          className="self-start"
          onClick={() => write([...shots, { prompt: "", duration: String(Math.max(1, total - used)) }])}
        >
          {t("add")}
        </Button>
      )}
    </fieldset>
  );
}

function shotOf(item: unknown, at: number): Shot {
  const { prompt, duration } = isRecord(item) ? item : {};
  return {
    index: at + 1,
    prompt: typeof prompt === "string" ? prompt : "",
    duration: typeof duration === "string" ? duration : "1",
  };
}
