import type { ConnectionView } from "#lib/contract/connections.ts";

/** The one asked for as long as it is there, else the team's default, else any; never one that is switched off. */
export function chosenConnection(
  connections: readonly ConnectionView[],
  connectionId: string | null,
): ConnectionView | undefined {
  const open = connections.filter(({ isEnabled }) => isEnabled);
  return open.find(({ id }) => id === connectionId) ?? open.find(({ isDefault }) => isDefault) ?? open[0];
}
