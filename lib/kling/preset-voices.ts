import type { VoiceView } from "./task-view.ts";

/**
 * Voices for clips that belong to everybody (`owned_by` kling). The real catalogue is documented nowhere and is not the one
 * of speech (off-26 §4.4); these are the ids that the seeds' own samples name (S003), so that the samples run.
 */
export const PRESET_VOICES: readonly VoiceView[] = [
  { id: "voice_123", name: "Warm narrator", ownedBy: "kling" },
  { id: "voice_id_1", name: "Bright", ownedBy: "kling" },
  { id: "voice_id_2", name: "Calm", ownedBy: "kling" },
];
