import { mutationOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import type {
  Connection,
  ConnectionReach,
  ConnectionTest,
  CreateConnection,
  FailOver,
  UpdateConnection,
} from "#lib/contract/connections.ts";
import { callApi } from "./api.ts";

const CONNECTIONS = ["team", "connections"] as const;
/** Health and pauses change without anybody here doing anything. */
const LOOK_EVERY_MS = 20_000;

export type TeamConnections = { readonly connections: readonly Connection[]; readonly failOver: FailOver };

export const connectionsQuery = () =>
  queryOptions({
    queryKey: CONNECTIONS,
    queryFn: ({ signal }) => callApi<TeamConnections>("GET", "/api/connections", { signal }),
    refetchInterval: LOOK_EVERY_MS,
  });

const at = (id: string, rest = "") => `/api/connections/${id}${rest}`;

/** Whatever came of a change: the list is read again. */
function afterChange(client: QueryClient) {
  return client.invalidateQueries({ queryKey: CONNECTIONS });
}

export const createConnectionMutation = () =>
  mutationOptions({
    mutationKey: ["create-connection"],
    mutationFn: (connection: CreateConnection) =>
      callApi<Connection>("POST", "/api/connections", { body: connection }),
    onSettled: (_made, _error, _given, _result, { client }) => afterChange(client),
    gcTime: 0, // the credential does not stay in memory once the dialog is closed
  });

export const updateConnectionMutation = () =>
  mutationOptions({
    mutationKey: ["update-connection"],
    mutationFn: ({ id, change }: { id: string; change: UpdateConnection }) =>
      callApi<Connection>("PATCH", at(id), { body: change }),
    onSettled: (_changed, _error, _given, _result, { client }) => afterChange(client),
    gcTime: 0, // as above
  });

export const deleteConnectionMutation = () =>
  mutationOptions({
    mutationKey: ["delete-connection"],
    mutationFn: (id: string) => callApi("DELETE", at(id)),
    onSettled: (_nothing, _error, _id, _result, { client }) => afterChange(client),
  });

export const pauseConnectionMutation = () =>
  mutationOptions({
    mutationKey: ["pause-connection"],
    mutationFn: ({ id, to }: { id: string; to: "pause" | "resume" }) => callApi("POST", at(id, `/${to}`)),
    onSettled: (_nothing, _error, _given, _result, { client }) => afterChange(client),
  });

export const reorderConnectionsMutation = () =>
  mutationOptions({
    mutationKey: ["reorder-connections"],
    mutationFn: (connectionIds: readonly string[]) =>
      callApi("PUT", "/api/connections/order", { body: { connectionIds } }),
    onSettled: (_nothing, _error, _ids, _result, { client }) => afterChange(client),
  });

export const setFailOverMutation = () =>
  mutationOptions({
    mutationKey: ["set-fail-over"],
    mutationFn: (failOver: FailOver) =>
      callApi<FailOver>("PUT", "/api/connections/fail-over", { body: failOver }),
    onSettled: (_set, _error, _given, _result, { client }) => afterChange(client),
  });

/** A saved connection by its id, or one that is not saved. */
export const testConnectionMutation = () =>
  mutationOptions({
    mutationKey: ["test-connection"],
    mutationFn: (tested: string | ConnectionReach) =>
      typeof tested === "string"
        ? callApi<ConnectionTest>("POST", at(tested, "/test"))
        : callApi<ConnectionTest>("POST", "/api/connections/test", { body: tested }),
    onSettled: (_test, _error, _tested, _result, { client }) => afterChange(client),
    gcTime: 0, // it may carry a credential
  });
