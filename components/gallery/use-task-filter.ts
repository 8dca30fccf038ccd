"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { withQuery } from "#lib/client/api.ts";
import { parseTaskFilter } from "#lib/client/task-filter.ts";
import type { TaskFilter } from "#lib/contract/tasks.ts";

/**
 * The filter lives in the address, so that a reload, a bookmark and the back button keep it. Changing it does
 * not ask the server for the page again: the list fetches what it lacks.
 */
export function useTaskFilter() {
  const params = useSearchParams();
  const pathname = usePathname();
  const filter = useMemo(() => parseTaskFilter(params), [params]);
  const change = useCallback(
    (next: TaskFilter, how: "push" | "replace" = "push") => {
      const url = withQuery(pathname, next);
      if (how === "push") history.pushState(null, "", url);
      else history.replaceState(null, "", url);
    },
    [pathname],
  );
  return { filter, change };
}
