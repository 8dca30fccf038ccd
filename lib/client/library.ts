import { infiniteQueryOptions, keepPreviousData, mutationOptions, queryOptions } from "@tanstack/react-query";
import type { ElementList, LibraryDeletion, VoiceList } from "#lib/contract/library.ts";
import type { PresetElement, PresetVoice } from "#lib/kling/library.ts";
import { callApi } from "./api.ts";

const ELEMENTS = ["library", "elements"] as const;
const VOICES = ["library", "voices"] as const;
const PRESETS = ["library", "presets"] as const;

/** The team's elements, newest first. `made` names the newest task that is known to have made one: after it the list is another. */
export const elementsQuery = (made: string | null) =>
  infiniteQueryOptions({
    queryKey: [...ELEMENTS, made],
    queryFn: ({ pageParam, signal }) =>
      callApi<ElementList>("GET", "/api/elements", { query: { cursor: pageParam }, signal }),
    initialPageParam: null as string | null, // widened: the first page has no cursor
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

/** The team's own voices; `made` as above. */
export const voicesQuery = (made: string | null) =>
  infiniteQueryOptions({
    queryKey: [...VOICES, made],
    queryFn: ({ pageParam, signal }) =>
      callApi<VoiceList>("GET", "/api/voices", { query: { cursor: pageParam }, signal }),
    initialPageParam: null as string | null, // widened: the first page has no cursor
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export const deleteElementMutation = () =>
  mutationOptions({
    mutationKey: ["library", "delete-element"],
    mutationFn: (id: string) => callApi<LibraryDeletion>("DELETE", `/api/elements/${id}`),
    onSettled: (_gone, _error, _id, _result, { client }) => client.invalidateQueries({ queryKey: ELEMENTS }),
  });

export const deleteVoiceMutation = () =>
  mutationOptions({
    mutationKey: ["library", "delete-voice"],
    mutationFn: (id: string) => callApi<LibraryDeletion>("DELETE", `/api/voices/${id}`),
    onSettled: (_gone, _error, _id, _result, { client }) => client.invalidateQueries({ queryKey: VOICES }),
  });

/** Presets change when upstream publishes new ones: once a visit is often enough. */
const PRESETS_STALE_MS = 60 * 60_000;

export const presetElementsQuery = (connectionId: string, library: "custom" | "advanced") =>
  queryOptions({
    queryKey: [...PRESETS, "elements", connectionId, library],
    queryFn: async ({ signal }) => {
      const path = `/api/connections/${connectionId}/preset-elements`;
      const { elements } = await callApi<{ elements: PresetElement[] | null }>("GET", path, {
        query: { library },
        signal,
      });
      return elements;
    },
    staleTime: PRESETS_STALE_MS,
  });

export const presetVoicesQuery = (connectionId: string) =>
  queryOptions({
    queryKey: [...PRESETS, "voices", connectionId],
    queryFn: async ({ signal }) => {
      const path = `/api/connections/${connectionId}/preset-voices`;
      return (await callApi<{ voices: PresetVoice[] | null }>("GET", path, { signal })).voices;
    },
    staleTime: PRESETS_STALE_MS,
  });
