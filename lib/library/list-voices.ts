import type { VoiceList } from "#lib/contract/library.ts";
import { db } from "#lib/db/client.ts";
import { KEPT, keptView, type Page, pageOf } from "./kept.ts";

/** A page of the team's own voices, newest first. */
export async function listVoices({ teamId, connectionId, cursor, limit }: Page): Promise<VoiceList> {
  const rows = await db.voice.findMany({
    where: {
      teamId,
      deletedAt: null,
      ...(connectionId !== undefined && { connectionId }),
      ...(cursor !== undefined && { id: { lt: cursor } }),
    },
    include: KEPT,
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  const { page, nextCursor } = pageOf(rows, limit);
  const voices = page.map((row) => ({
    ...keptView(row),
    voiceId: row.upstreamVoiceId,
    trialAssetId: row.trialAssetId,
  }));
  return { voices, nextCursor };
}
