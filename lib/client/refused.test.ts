import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import type { StreamFrame } from "#lib/contract/events.ts";
import { refreshRefused, refusedAmong, refusedQuery } from "./refused.ts";

const PAUSE = { at: "2026-11-21T12:00:00.000Z", by: "account", code: 1102 } as const;
const OPEN = { id: "one", name: "One", isEnabled: true, pause: null };

test("told of are connections that their accounts closed, and not those that a person paused or switched off", () => {
  const refused = { ...OPEN, pause: PAUSE };
  const others = [
    OPEN,
    { ...refused, isEnabled: false },
    { ...OPEN, pause: { ...PAUSE, by: "person" as const } },
  ];
  expect(refusedAmong([...others, refused])).toEqual([{ id: "one", name: "One", code: 1102 }]);
});

test.each([
  ["postponed", 1102, true],
  ["postponed", 1303, false],
  ["postponed", undefined, false],
  ["failed", 1102, false],
])("an event %s with code %s: asked again %s", (type, code, isAsked) => {
  const client = new QueryClient();
  const { queryKey } = refusedQuery([]);
  client.setQueryData(queryKey, []);
  refreshRefused(client, { event: { type, data: { code } } } as unknown as StreamFrame);
  expect(client.getQueryState(queryKey)?.isInvalidated).toBe(isAsked);
});
