import { mutationOptions, queryOptions } from "@tanstack/react-query";
import type { ApiKey, CreateApiKey, NewApiKey } from "#lib/contract/keys.ts";
import { callApi } from "./api.ts";

const KEYS = ["team", "keys"] as const;

/** The gateway keys that one may manage. */
export const apiKeysQuery = () =>
  queryOptions({
    queryKey: KEYS,
    queryFn: async ({ signal }) => (await callApi<{ keys: ApiKey[] }>("GET", "/api/keys", { signal })).keys,
  });

/** The answer carries the key's secrets; they are not shown again. */
export const createApiKeyMutation = () =>
  mutationOptions({
    mutationKey: ["create-api-key"],
    mutationFn: (key: CreateApiKey) => callApi<NewApiKey>("POST", "/api/keys", { body: key }),
    onSettled: (_key, _error, _order, _result, { client }) => client.invalidateQueries({ queryKey: KEYS }),
    gcTime: 0, // the secrets do not stay in memory once the dialog is closed
  });

/** What the team's callbacks are signed with; asked for only when somebody wants to see it. */
export const signingSecretMutation = () =>
  mutationOptions({
    mutationKey: ["read-signing-secret"],
    mutationFn: async () => (await callApi<{ secret: string }>("GET", "/api/keys/signing-secret", {})).secret,
    gcTime: 0, // it does not stay in memory once the screen is left
  });

/** Makes the next one; the one of today signs along for a day. */
export const rotateSigningSecretMutation = () =>
  mutationOptions({
    mutationKey: ["rotate-signing-secret"],
    mutationFn: async () => (await callApi<{ secret: string }>("POST", "/api/keys/signing-secret")).secret,
    gcTime: 0, // as above
  });

export const revokeApiKeyMutation = () =>
  mutationOptions({
    mutationKey: ["revoke-api-key"],
    mutationFn: (keyId: string) => callApi("DELETE", `/api/keys/${keyId}`),
    onSettled: (_nothing, _error, _keyId, _result, { client }) =>
      client.invalidateQueries({ queryKey: KEYS }),
  });
