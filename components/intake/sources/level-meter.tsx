"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl/react";

/** Below this nothing but the microphone's own noise is heard. */
const SILENCE = 0.01;

/** After so long without a sound a person is asked whether the right microphone was chosen. */
const SILENT_AFTER_MS = 3000;

/** How loud it is right now, drawn with every picture of the screen and without drawing anything else anew. */
export function LevelMeter({ stream }: { stream: MediaStream }) {
  const t = useTranslations("intake.recorder");
  const meter = useRef<HTMLDivElement>(null);
  const [isSilent, setSilent] = useState(false);

  useEffect(() => {
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(stream).connect(analyser);
    const values = new Float32Array(analyser.fftSize);
    let heardMs = performance.now();
    let frame = requestAnimationFrame(function draw(nowMs) {
      analyser.getFloatTimeDomainData(values);
      const level = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      if (level > SILENCE) heardMs = nowMs;
      setSilent(nowMs - heardMs > SILENT_AFTER_MS);
      // Quiet speech shows as well: the square root is nearer to how loud it is heard.
      if (meter.current) meter.current.style.transform = `scaleX(${Math.sqrt(Math.min(1, level))})`;
      frame = requestAnimationFrame(draw);
    });
    return () => {
      cancelAnimationFrame(frame);
      void context.close();
    };
  }, [stream]);

  return (
    <div>
      <div role="img" aria-label={t("level")} className="h-3 overflow-hidden rounded-full bg-line-strong">
        <div ref={meter} className="h-full origin-left scale-x-0 rounded-full bg-success" />
      </div>
      <p role="status" className="mt-1 min-h-5 text-sm text-warning-text">
        {isSilent && t("silent")}
      </p>
    </div>
  );
}
