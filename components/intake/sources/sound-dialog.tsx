"use client";

import { useTranslations } from "use-intl/react";
import { useObjectUrl } from "../picture/use-object-url.ts";
import { WaveForm } from "../wave-form.tsx";
import { LevelMeter } from "./level-meter.tsx";
import { RecorderFrame } from "./recorder-frame.tsx";
import { useRecording } from "./use-recording.ts";
import { useStream } from "./use-stream.ts";

type Props = { onTaken: (file: File) => void; onClose: () => void };

const MICROPHONE = { video: false, audio: true } as const;

/** Records a sound with the microphone. */
export function SoundDialog(props: Props) {
  const t = useTranslations("intake.recorder");
  const state = useStream(MICROPHONE);
  const recording = useRecording("audio");
  return (
    <RecorderFrame title={t("soundTitle")} state={state} recording={recording} {...props}>
      {recording.file !== null && <Listen file={recording.file} />}
      {recording.file === null && state.step === "open" && <LevelMeter stream={state.stream} />}
    </RecorderFrame>
  );
}

function Listen({ file }: { file: File }) {
  const t = useTranslations("intake.recorder");
  const url = useObjectUrl(file);
  return (
    <div className="flex flex-col gap-2">
      <div className="h-16 rounded-md bg-stage px-1">
        <WaveForm file={file} />
      </div>
      {/* biome-ignore lint/a11y/useMediaCaption: a person's own recording has no captions */}
      {url !== null && <audio src={url} controls aria-label={t("listen")} className="h-11 w-full" />}
    </div>
  );
}
