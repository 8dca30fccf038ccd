import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { AuditChain, AuditFilter, AuditFormat, AuditPage } from "#lib/contract/audit.ts";
import { callApi, withQuery } from "./api.ts";

const AUDIT = ["team", "audit"] as const;

/** The team's audit log, the newest first. For owners and admins; anyone else is refused. */
export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: [...AUDIT, "entries", filter],
    queryFn: ({ pageParam: cursor, signal }) =>
      callApi<AuditPage>("GET", "/api/audit", { query: { ...filter, cursor }, signal }),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: (page) => page.nextCursor,
  });

/** Typed apart: `null` alone would make every later cursor a type error. */
const FIRST_PAGE: number | null = null;

/** Whether the log is as it was written: the server reads all of it, so it is not asked again by itself. */
export const auditChainQuery = () =>
  queryOptions({
    queryKey: [...AUDIT, "chain"],
    queryFn: ({ signal }) => callApi<AuditChain>("GET", "/api/audit/chain", { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Where the browser saves the whole log from. */
export function auditExportUrl(format: AuditFormat): string {
  return withQuery("/api/audit/export", { format });
}
