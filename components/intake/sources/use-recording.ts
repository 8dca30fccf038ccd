"use client";

import { useEffect, useRef, useState } from "react";

export type Recording = {
  readonly step: "idle" | "running" | "done";
  readonly seconds: number;
  readonly file: File | null;
  readonly start: (stream: MediaStream) => void;
  readonly stop: () => void;
  readonly forget: () => void;
};

/** The best first; a browser records in the first that it knows. What upstream does not take is rewritten afterwards. */
const TYPES = {
  audio: ["audio/mp4;codecs=mp4a.40.2", "audio/webm;codecs=opus", "audio/ogg;codecs=opus"],
  video: ["video/mp4;codecs=avc1.42E01E,mp4a.40.2", "video/mp4", "video/webm"],
} as const;

/** Records a stream into a file. */
export function useRecording(kind: keyof typeof TYPES): Recording {
  const recorder = useRef<MediaRecorder>(null);
  const [startedMs, setStartedMs] = useState<number | null>(null);
  const [seconds, setSeconds] = useState(0);
  const [file, setFile] = useState<File | null>(null);

  useEffect(() => {
    if (startedMs === null) return;
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - startedMs) / 1000)), 250);
    return () => clearInterval(timer);
  }, [startedMs]);
  useEffect(
    () => () => {
      if (recorder.current?.state === "recording") recorder.current.stop();
    },
    [],
  );

  const start = (stream: MediaStream) => {
    const mimeType = TYPES[kind].find((type) => MediaRecorder.isTypeSupported(type));
    const next = new MediaRecorder(stream, mimeType === undefined ? {} : { mimeType });
    const parts: Blob[] = [];
    next.addEventListener("dataavailable", ({ data }) => parts.push(data));
    next.addEventListener("stop", () => {
      const type = next.mimeType.split(";")[0] ?? "";
      setFile(new File(parts, nameOf(kind, type), { type }));
      setStartedMs(null);
    });
    next.start();
    recorder.current = next;
    setFile(null);
    setSeconds(0);
    setStartedMs(performance.now());
  };

  return {
    step: startedMs !== null ? "running" : file === null ? "idle" : "done",
    seconds,
    file,
    start,
    stop: () => recorder.current?.stop(),
    forget: () => setFile(null),
  };
}

/** "sound 2026-11-22 14.05.webm" */
function nameOf(kind: string, type: string): string {
  const now = new Date();
  const day = now.toISOString().slice(0, 10);
  const time = now.toTimeString().slice(0, 5).replace(":", ".");
  return `${kind === "audio" ? "sound" : "video"} ${day} ${time}.${type.split("/")[1] ?? "bin"}`;
}
