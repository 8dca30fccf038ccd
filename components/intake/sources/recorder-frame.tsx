"use client";

import { Circle, Square } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Recording } from "./use-recording.ts";
import type { StreamState } from "./use-stream.ts";

type Props = {
  title: string;
  state: StreamState;
  recording: Recording;
  onTaken: (file: File) => void;
  onClose: () => void;
  children: ReactNode;
};

/** What recording a sound and a film have in common: begin, stop, look or listen, keep or once more. */
export function RecorderFrame({ title, state, recording, onTaken, onClose, children }: Props) {
  const t = useTranslations("intake.recorder");
  const { file } = recording;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      footer={
        file === null ? (
          <RecordButton state={state} recording={recording} />
        ) : (
          <>
            <Button onClick={recording.forget}>{t("again")}</Button>
            <Button variant="primary" onClick={() => onTaken(file)}>
              {t("keep")}
            </Button>
          </>
        )
      }
    >
      {state.step === "asking" && (
        <p role="status" className="text-sm text-muted">
          {t("asking")}
        </p>
      )}
      <StreamTroubleNotice state={state} />
      {children}
      <p role="status" className="mt-2 text-sm tabular-nums">
        {recording.step === "running" && t("running", { seconds: recording.seconds })}
      </p>
    </Dialog>
  );
}

function RecordButton({ state, recording }: Pick<Props, "state" | "recording">) {
  const t = useTranslations("intake.recorder");
  if (state.step !== "open") return null;
  if (recording.step === "running")
    return (
      <Button variant="danger" icon={<Square aria-hidden />} onClick={recording.stop}>
        {t("stop")}
      </Button>
    );
  return (
    <Button variant="primary" icon={<Circle aria-hidden />} onClick={() => recording.start(state.stream)}>
      {t("start")}
    </Button>
  );
}

export function StreamTroubleNotice({ state }: { state: StreamState }) {
  const t = useTranslations("intake.recorder");
  if (state.step !== "trouble") return null;
  return (
    <div role="alert">
      <Notice tone="warning" title={t(`${state.why}.title`)}>
        {t(`${state.why}.next`)}
      </Notice>
    </div>
  );
}
