"use client";

import { Plus } from "lucide-react";
import { useRef } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/ui/use-words.ts";
import type { ShotsField } from "#lib/kling/forms/field.ts";
import {
  fitted,
  moved,
  multiPromptOf,
  resized,
  type ShotLine,
  secondsOf,
  shotsAt,
  withOneMore,
  withoutShot,
} from "#lib/kling/forms/shot-list.ts";
import { textAt } from "#lib/kling/forms/tool-draft.ts";
import { ReferenceChips } from "../prompt-references.tsx";
import type { Tool } from "../use-tool.ts";
import { ShotRow } from "./shot-row.tsx";
import { useShotOrder } from "./use-shot-order.ts";

type Props = { tool: Tool; field: ShotsField };

/** The shots of a clip one below the other: what is seen, for how long, and in which order. Together they fill the clip. */
export function ShotsControl({ tool, field }: Props) {
  const t = useTranslations("create.shots");
  const words = useWords();
  const { path, label, hint, maxShots, maxCharacters, durationPath } = field;
  const { draft } = tool.state;
  const shots = shotsAt(draft, path);
  const total = Number(textAt(draft, durationPath));
  const used = secondsOf(shots);
  const more = shots.length < maxShots ? withOneMore(shots) : null;
  const fit = used === total ? null : fitted(shots, total);
  const written = useRef(0);
  const write = (next: readonly ShotLine[]) =>
    tool.dispatch({ type: "patch", patch: { [path]: multiPromptOf(next) } });
  const order = useShotOrder({
    path,
    count: shots.length,
    onMove: (from, to) => write(moved(shots, from, to)),
  });
  const say = (at: number, prompt: string) =>
    write(shots.map((shot, index) => (index === at ? { ...shot, prompt } : shot)));
  return (
    <fieldset className="flex max-h-[34dvh] min-w-0 flex-col gap-2 overflow-y-auto px-3 pt-3 max-lg:max-h-none">
      <legend className="sr-only">{words(label)}</legend>
      <p className="flex items-center gap-2 text-sm">
        <span aria-hidden className="font-medium">
          {words(label)}
        </span>
        <span className="text-muted text-xs tabular-nums">{t("used", { used, total })}</span>
        {fit && (
          <Button size="sm" onClick={() => write(fit)} className="ml-auto">
            {t("fit", { total })}
          </Button>
        )}
      </p>
      {hint && <p className="text-muted text-xs">{words(hint)}</p>}
      <ol ref={order.list} className="flex flex-col gap-2">
        {shots.map((shot, at) => (
          <ShotRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a shot is its place in the order
            key={at}
            {...{ path, at, shot, used, maxCharacters }}
            count={shots.length}
            grip={order.gripOf(at)}
            isHeld={order.held === at}
            onPrompt={(prompt) => say(at, prompt)}
            onFocus={() => {
              written.current = at;
            }}
            onSeconds={(seconds) => write(resized(shots, at, seconds))}
            onRemove={() => write(withoutShot(shots, at))}
          />
        ))}
      </ol>
      <ReferenceChips
        attached={field.references?.(draft) ?? {}}
        areaId={() => `create-${path}-${written.current}`}
        onText={(text) => say(Math.min(written.current, shots.length - 1), text)}
      />
      <p role="status" className="sr-only">
        {order.told && t("moved", order.told)}
      </p>
      {shots.length < maxShots && (
        <Button
          size="sm"
          variant="ghost"
          icon={<Plus aria-hidden />}
          className="self-start"
          disabled={more === null}
          onClick={() => more && write(more)}
        >
          {t("add")}
        </Button>
      )}
    </fieldset>
  );
}
