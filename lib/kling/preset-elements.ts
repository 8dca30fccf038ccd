import type { ElementView } from "./task-view.ts";

/**
 * Elements that belong to everybody (`owned_by` kling). Which ones the real library holds is documented nowhere; these are
 * the ids that the seeds' own samples name (S003), so that the samples run.
 */
export const PRESET_ELEMENTS: readonly Omit<ElementView, "library">[] = [
  preset("145", "Street dancer", "A dancer in a yellow coat", "o_102"),
  preset("146", "Assassin", "A hooded figure in dark clothes", "o_102"),
  preset("12345", "Traveller", "A traveller with a wide hat", "o_102"),
  preset("123", "Red fox", "A small red fox", "o_103"),
];

function preset(id: string, name: string, description: string, tagId: "o_102" | "o_103") {
  return {
    id,
    name,
    description,
    referenceType: "image_refer" as const,
    referUrls: [],
    videoUrls: [],
    tagIds: [tagId],
    ownedBy: "kling",
    isDeleted: false,
  };
}
