import type { Element, Voice } from "#lib/db/generated/client.ts";
import { ELEMENT_TAG_IDS } from "#lib/kling/element-tags.ts";
import type { ElementView, VoiceView } from "#lib/kling/task-view.ts";
import type { LinkTo } from "./task-view.ts";

/** `Element.media`: asset ids by what they show. */
export type ElementMedia = {
  readonly frontal?: string;
  readonly refers: readonly string[];
  readonly videos: readonly string[];
};

/** An element of the team's library, as the dialects tell it. */
export function elementViewOf(row: Element, linkTo: LinkTo): ElementView {
  const media = row.media as unknown as ElementMedia; // written by the worker when the element was made
  return {
    id: row.upstreamElementId,
    library: row.library === "custom" ? "custom" : "advanced",
    name: row.name,
    description: row.description,
    referenceType: row.referenceType === "video_refer" ? "video_refer" : "image_refer",
    frontalUrl: media.frontal && linkTo(media.frontal),
    referUrls: media.refers.map(linkTo),
    videoUrls: media.videos.map(linkTo),
    tagIds: ELEMENT_TAG_IDS.filter((id) => row.tagIds.includes(id)),
    ownedBy: row.teamId,
    isDeleted: row.deletedAt !== null,
  };
}

export function voiceViewOf(row: Voice, linkTo: LinkTo): VoiceView {
  return {
    id: row.upstreamVoiceId,
    name: row.name,
    trialUrl: row.trialAssetId === null ? undefined : linkTo(row.trialAssetId),
    ownedBy: row.teamId,
  };
}
