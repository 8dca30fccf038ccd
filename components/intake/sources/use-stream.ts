"use client";

import { useEffect, useState } from "react";

/** Why there is no picture or sound of this device. */
export type StreamTrouble = "denied" | "missing" | "insecure" | "failed";

export type StreamState =
  | { readonly step: "asking" }
  | { readonly step: "open"; readonly stream: MediaStream }
  | { readonly step: "trouble"; readonly why: StreamTrouble };

/** Asks for camera or microphone while it is shown, and lets go of them afterwards: their light goes out. */
export function useStream(wanted: { readonly video: boolean; readonly audio: boolean }): StreamState {
  const [state, setState] = useState<StreamState>({ step: "asking" });
  const { video, audio } = wanted;
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    openStream({ video, audio }).then((next) => {
      if (next.step !== "open") return signal.aborted || setState(next);
      const close = () => {
        for (const track of next.stream.getTracks()) track.stop();
      };
      if (signal.aborted) return close();
      signal.addEventListener("abort", close);
      setState(next);
    });
    return () => controller.abort();
  }, [video, audio]);
  return state;
}

async function openStream({ video, audio }: { video: boolean; audio: boolean }): Promise<StreamState> {
  // Undefined where the studio is opened by plain HTTP over a network.
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (devices === undefined) return { step: "trouble", why: "insecure" };
  try {
    const stream = await devices.getUserMedia({ video: video && PICTURE, audio: audio && SOUND });
    return { step: "open", stream };
  } catch (error) {
    return { step: "trouble", why: whyOf(error) };
  }
}

const PICTURE = { width: { ideal: 1920 }, height: { ideal: 1080 } } as const;

/** A voice as it is: what calls do to a sound makes a cloned voice worse. */
const SOUND = { echoCancellation: false, noiseSuppression: false, autoGainControl: true } as const;

function whyOf(error: unknown): StreamTrouble {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "denied";
  return name === "NotFoundError" || name === "OverconstrainedError" ? "missing" : "failed";
}
