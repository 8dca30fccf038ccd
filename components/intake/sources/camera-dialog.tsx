"use client";

import { Camera } from "lucide-react";
import { type RefObject, useEffect, useRef } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { useObjectUrl } from "../picture/use-object-url.ts";
import { RecorderFrame, StreamTroubleNotice } from "./recorder-frame.tsx";
import { useRecording } from "./use-recording.ts";
import { type StreamState, useStream } from "./use-stream.ts";

type Props = { onTaken: (file: File) => void; onClose: () => void };

const WITH_SOUND = { video: true, audio: true } as const;
const SILENT = { video: true, audio: false } as const;

/** Takes a picture or a film with this device's camera. */
export function CameraDialog({ isFilm, ...props }: Props & { isFilm: boolean }) {
  return isFilm ? <FilmDialog {...props} /> : <PictureDialog {...props} />;
}

function FilmDialog(props: Props) {
  const t = useTranslations("intake.recorder");
  const state = useStream(WITH_SOUND);
  const recording = useRecording("video");
  const video = useLivePicture(state);
  return (
    <RecorderFrame title={t("filmTitle")} state={state} recording={recording} {...props}>
      {recording.file === null && state.step === "open" && <Finder video={video} />}
      {recording.file !== null && <Review file={recording.file} />}
    </RecorderFrame>
  );
}

function PictureDialog({ onTaken, onClose }: Props) {
  const t = useTranslations("intake.recorder");
  const state = useStream(SILENT);
  const video = useLivePicture(state);
  const take = async () => {
    const picture = video.current && (await pictureOf(video.current));
    if (picture) onTaken(picture);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("pictureTitle")}
      footer={
        state.step === "open" && (
          <Button variant="primary" icon={<Camera aria-hidden />} onClick={take}>
            {t("take")}
          </Button>
        )
      }
    >
      {state.step === "asking" && (
        <p role="status" className="text-sm text-muted">
          {t("asking")}
        </p>
      )}
      <StreamTroubleNotice state={state} />
      {state.step === "open" && <Finder video={video} />}
    </Dialog>
  );
}

/** What the camera sees; a stream is no attribute that React could set. */
function useLivePicture(state: StreamState): RefObject<HTMLVideoElement | null> {
  const video = useRef<HTMLVideoElement>(null);
  const stream = state.step === "open" ? state.stream : null;
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream;
  });
  return video;
}

function Finder({ video }: { video: RefObject<HTMLVideoElement | null> }) {
  const t = useTranslations("intake.recorder");
  return (
    <video
      ref={video}
      autoPlay
      muted
      playsInline
      aria-label={t("view")}
      className="max-h-[50dvh] w-full rounded-md bg-stage object-contain"
    />
  );
}

function Review({ file }: { file: File }) {
  const t = useTranslations("intake.recorder");
  const url = useObjectUrl(file);
  if (url === null) return null;
  return (
    // biome-ignore lint/a11y/useMediaCaption: a person's own recording has no captions
    <video
      src={url}
      controls
      playsInline
      aria-label={t("listen")}
      className="max-h-[50dvh] w-full rounded-md bg-stage object-contain"
    />
  );
}

async function pictureOf(video: HTMLVideoElement): Promise<File | null> {
  const canvas = document.createElement("canvas");
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext("2d")?.drawImage(video, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.95));
  return blob && new File([blob], "camera.jpg", { type: "image/jpeg" });
}
