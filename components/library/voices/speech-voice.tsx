"use client";

import { AudioLines } from "lucide-react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { useProblemText } from "#components/ui/problem-text.ts";
import { showToast } from "#components/ui/show-toast.ts";
import { useWords } from "#components/ui/use-words.ts";
import { assetUrl } from "#lib/client/assets.ts";
import type { TaskSummary } from "#lib/contract/tasks.ts";
import type { Voice } from "#lib/kling/voices.ts";
import { useOrder } from "../use-order.ts";
import { sampleRequest } from "./samples.ts";

type Props = {
  voice: Voice;
  language: "zh" | "en";
  /** Where a sample can be ordered; null when nowhere, or for those who may not. */
  placeId: string | null;
  sample: TaskSummary | undefined;
};

/** One voice: its name, its id, and its sample once somebody has made one. */
export function SpeechVoice({ voice, language, placeId, sample }: Props) {
  const t = useTranslations("library.voices");
  const words = useWords();
  const problemText = useProblemText();
  const order = useOrder(() => showToast({ title: t("sampleOrdered", { name }) }));
  const name = words(voice.name);
  const assetId = sample?.output?.assetId;
  return (
    <li className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-3">
      <div className="flex items-center justify-between gap-2">
        <div className="min-w-0">
          <p className="truncate font-medium text-sm">{name}</p>
          <code className="block truncate font-mono text-faint text-xs">{voice.id}</code>
        </div>
        <CopyButton text={voice.id} variant="ghost" />
      </div>
      {assetId !== undefined && (
        // biome-ignore lint/a11y/useMediaCaption: the sentence is the same for every voice and stands above
        <audio
          src={assetUrl(assetId, "content")}
          controls
          preload="none"
          aria-label={t("sampleOf", { name })}
          className="h-10 w-full"
        />
      )}
      {assetId === undefined && placeId !== null && (
        <Button
          size="sm"
          variant="ghost"
          busy={order.isSending || sample !== undefined}
          icon={<AudioLines aria-hidden />}
          aria-label={sample === undefined ? t("makeSampleOf", { name }) : undefined}
          onClick={() => order.send({ request: sampleRequest(voice.id, language), connectionId: placeId })}
          className="self-start"
        >
          {t(sample === undefined ? "makeSample" : "sampleComing")}
        </Button>
      )}
      {order.problem && (
        <p role="alert" className="text-danger-text text-xs">
          {problemText(order.problem).line}
        </p>
      )}
    </li>
  );
}
