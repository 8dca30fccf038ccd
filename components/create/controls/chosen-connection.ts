import type { ConnectionView } from "#lib/contract/connections.ts";

/** The one asked for as long as it is there, else the team's default, else any. */
export function chosenConnection(
  connections: readonly ConnectionView[],
  connectionId: string | null,
): ConnectionView | undefined {
  return (
    connections.find(({ id }) => id === connectionId) ??
    connections.find(({ isDefault }) => isDefault) ??
    connections[0]
  );
}
