import { appendAudit } from "#lib/audit/append-audit.ts";
import { db } from "#lib/db/client.ts";
import { nativeError } from "#lib/kling/dialects/native-envelope.ts";
import { encodeVoice } from "#lib/kling/dialects/native-result.ts";
import { isJsonObject, readId } from "#lib/kling/dialects/unknown-values.ts";
import { PRESET_VOICES } from "#lib/kling/preset-voices.ts";
import { GatewayRefusal } from "./refusal.ts";
import type { GatewayCall } from "./serve.ts";

/** Voices of the house, each as a task with one voice (off-26 §4.4). They are not the ids of speech (`voices.ts`). */
export async function listPresetVoices(_call: GatewayCall): Promise<object> {
  return PRESET_VOICES.map((voice) => ({
    task_id: voice.id,
    task_status: "succeed",
    task_result: { voices: [encodeVoice(voice)] },
  }));
}

export async function deleteVoice(call: GatewayCall): Promise<object> {
  const body = await call.readJson();
  const voiceId = isJsonObject(body) ? readId(body.voice_id) : undefined;
  if (voiceId === undefined) throw new GatewayRefusal(nativeError(1201, "voice_id is required"));
  const { teamId } = call.principal;
  const where = { teamId, upstreamVoiceId: voiceId, deletedAt: null };
  const count = await db.$transaction(async (tx) => {
    const gone = await tx.voice.updateManyAndReturn({
      where,
      data: { deletedAt: new Date() },
      select: { id: true },
    });
    for (const { id } of gone) await appendAudit(tx, { teamId, action: "voice.removed", objectId: id });
    return gone.length;
  });
  if (count === 0) throw new GatewayRefusal(nativeError(1201, "Voice id not found")); // live
  return { task_id: voiceId, task_status: "succeed" };
}
