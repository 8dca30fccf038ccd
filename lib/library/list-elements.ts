import type { ElementList, LibraryElement } from "#lib/contract/library.ts";
import { db } from "#lib/db/client.ts";
import { ELEMENT_TAG_IDS } from "#lib/kling/element-tags.ts";
import type { ElementMedia } from "#lib/tasks/library-view.ts";
import { KEPT, keptView, type Page, pageOf } from "./kept.ts";

/** A page of the team's elements of both libraries, newest first. */
export async function listElements({ teamId, connectionId, cursor, limit }: Page): Promise<ElementList> {
  const rows = await db.element.findMany({
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
  return { elements: page.map(viewOf), nextCursor };
}

type Row = Parameters<typeof keptView>[0] & {
  readonly upstreamElementId: string;
  readonly library: string;
  readonly description: string;
  readonly referenceType: string;
  readonly media: unknown;
  readonly tagIds: readonly string[];
  readonly voiceId: string | null;
};

function viewOf(row: Row): LibraryElement {
  const media = row.media as ElementMedia; // written by the worker when the element was made
  return {
    ...keptView(row),
    elementId: row.upstreamElementId,
    library: row.library === "custom" ? "custom" : "advanced",
    description: row.description,
    referenceType: row.referenceType === "video_refer" ? "video_refer" : "image_refer",
    frontAssetId: media.frontal ?? null,
    viewAssetIds: [...media.refers],
    videoAssetIds: [...media.videos],
    tagIds: ELEMENT_TAG_IDS.filter((id) => row.tagIds.includes(id)),
    voiceId: row.voiceId,
  };
}
