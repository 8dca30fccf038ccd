import { NO_FACTS } from "#lib/kling/kinds/kind.ts";
import { tts } from "#lib/kling/kinds/tts.ts";

type Speech = {
  readonly text: string;
  readonly voice_language: "zh" | "en";
  readonly voice_speed?: number | undefined;
};

/** How long a text takes to say. */
export function speechSeconds({ text, voice_language, voice_speed }: Speech): number {
  const request = { kind: "tts", text, voice_id: "", voice_language, voice_speed } as const;
  return tts.output(request, NO_FACTS).audios[0]?.durationSeconds ?? 1;
}
