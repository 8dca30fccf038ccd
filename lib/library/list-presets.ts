import { db } from "#lib/db/client.ts";
import type { Connection } from "#lib/db/generated/client.ts";
import type { PresetElement, PresetVoice } from "#lib/kling/library.ts";
import type { Provider } from "#lib/providers/provider.ts";
import { AppError } from "#lib/shared/errors.ts";

type Hands = {
  readonly providerOf: (connection: Connection) => Provider | null;
  readonly signal: AbortSignal;
};

/** As the contract has it, which knows no readonly lists. */
type WithTags = Omit<PresetElement, "tagIds"> & { tagIds: PresetElement["tagIds"][number][] };

type Asking = { readonly teamId: string; readonly connectionId: string };

/** Elements of the house at one connection. @throws AppError not_found, provider_unavailable */
export async function listPresetElements(
  { library, ...asking }: Asking & { readonly library: "custom" | "advanced" },
  hands: Hands,
): Promise<{ elements: WithTags[] | null }> {
  const { presetElements } = await findProviderOrThrow(asking, hands);
  const kind = library === "custom" ? "custom-elements" : "advanced-custom-elements";
  const found = await presetElements?.(kind, hands.signal);
  return { elements: found ? found.map((element) => ({ ...element, tagIds: [...element.tagIds] })) : null };
}

/** Voices of the house for clips at one connection. @throws AppError not_found, provider_unavailable */
export async function listPresetVoices(
  asking: Asking,
  hands: Hands,
): Promise<{ voices: PresetVoice[] | null }> {
  const { presetVoices } = await findProviderOrThrow(asking, hands);
  const found = await presetVoices?.(hands.signal);
  return { voices: found ? [...found] : null };
}

async function findProviderOrThrow({ teamId, connectionId }: Asking, { providerOf }: Hands) {
  const connection = await db.connection.findFirst({
    where: { teamId, id: connectionId, removedAt: null, isEnabled: true },
  });
  if (connection === null)
    throw new AppError("not_found", "There is no such connection, or it is switched off.");
  const provider = providerOf(connection);
  if (provider !== null) return provider;
  throw new AppError("provider_unavailable", "This version cannot speak to such an upstream.");
}
