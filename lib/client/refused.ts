import { type QueryClient, queryOptions } from "@tanstack/react-query";
import type { StreamFrame } from "#lib/contract/events.ts";
import { stopsConnection } from "#lib/kling/stops-connection.ts";
import { callApi } from "./api.ts";
import type { TeamConnections } from "./connections.ts";

/** A connection whose account refuses everything, with upstream's code. */
export type Refused = { readonly id: string; readonly name: string; readonly code: number };

const REFUSED = ["team", "refused"] as const;
/** Somebody may be at it: nobody hears of a connection that goes on again. */
const LOOK_EVERY_MS = 20_000;

/** `known` is what the page came with; it is asked for again only when there is reason to. */
export const refusedQuery = (known: readonly Refused[]) =>
  queryOptions({
    queryKey: [...REFUSED, known.map(({ id }) => id).join()],
    queryFn: async ({ signal }) => {
      const { connections } = await callApi<TeamConnections>("GET", "/api/connections", { signal });
      return refusedAmong(connections);
    },
    initialData: known,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) => (state.data?.length ? LOOK_EVERY_MS : false),
  });

type Pausable = Pick<TeamConnections["connections"][number], "id" | "name" | "isEnabled" | "pause">;

export function refusedAmong(connections: readonly Pausable[]): readonly Refused[] {
  return connections.flatMap(({ id, name, isEnabled, pause }) =>
    isEnabled && pause?.by === "account" && pause.code !== null ? [{ id, name, code: pause.code }] : [],
  );
}

/** A task that waits because of its account says so, and its connection is paused with it. */
export function refreshRefused(client: QueryClient, { event }: StreamFrame): void {
  const { code } = event.data;
  if (event.type === "postponed" && typeof code === "number" && stopsConnection(code))
    void client.invalidateQueries({ queryKey: REFUSED });
}
